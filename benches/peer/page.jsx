// A plan's scene drawn by React Flow, in the way that its documentation advises for many nodes: types of nodes known beforehand and
// memoised, sizes given, controls as in programs to draw with. The address says after its "#" where the canvas is and what it shows.

import { memo, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { Handle, MarkerType, Position, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import "./page.css";

const GLYPH = "M5 3.5h14v7H5zM5 13.5h14v7H5zM8 7h.01M8 17h.01M11 7h5M11 17h5";
/// Servers that are drawn one by one.
const MOST = 20;

const Ports = () => (
  <>
    <Handle type="target" position={Position.Left} />
    <Handle type="source" position={Position.Right} />
  </>
);

const Servers = ({ count }) =>
  count > MOST ? `${count} servers` : Array.from({ length: count }, (_, place) => <span key={place} className="dot" title={`Server ${place + 1}`} />);

const Card = memo(({ data }) => (
  <div className={`card ${data.kind}`} title={data.said}>
    <svg className="glyph" width="20" height="20" viewBox="0 0 24 24"><path d={GLYPH} /></svg>
    <span className="name">{data.name}</span>
    {data.servers > 0 && <div className="dots"><Servers count={data.servers} /></div>}
    {data.own && <span className="own">{data.own}</span>}
    {data.load && <div className="bar"><div style={{ width: `${100 * Math.min(1, data.load)}%` }} /></div>}
    {data.under && <span className="under">{data.under}</span>}
    {data.risk && <span className="risk">{data.kind === "small" ? "!" : "single point"}</span>}
    <Ports />
  </div>
));

const Frame = memo(({ data }) => (
  <div className="frame" title={data.name}>
    <span>{data.name}</span>
    <span className="own">{data.own}</span>
    <Ports />
  </div>
));

const TYPES = { card: Card, frame: Frame };
const EDGES = { type: "smoothstep", markerEnd: { type: MarkerType.Arrow } };
const GRID = [8, 8];
const PANNING = [1];
const { window: place, view } = JSON.parse(decodeURIComponent(location.hash.slice(1)));

const node = figures => ({ id, type, x, y, width, height, parent, ...data }) =>
  ({ id, type, position: { x, y }, width, height, parentId: parent ?? undefined, data: { ...data, ...figures[id] } });

const edge = ({ id, from, to, said, dashed }) =>
  ({ id, source: from, target: to, ariaLabel: said, style: dashed ? { strokeDasharray: "5 4" } : undefined });

const Canvas = () => {
  const [nodes, setNodes, onNodesChange] = useNodesState([]);
  const [edges, setEdges, onEdgesChange] = useEdgesState([]);
  useEffect(() => {
    const held = event => event.preventDefault();
    const dropped = async event => {
      event.preventDefault();
      const scene = JSON.parse(await event.dataTransfer.files[0].text());
      setNodes(scene.nodes.map(node(scene.figures)));
      setEdges(scene.edges.map(edge));
    };
    window.addEventListener("dragover", held);
    window.addEventListener("drop", dropped);
    return () => {
      window.removeEventListener("dragover", held);
      window.removeEventListener("drop", dropped);
    };
  }, [setNodes, setEdges]);
  return (
    <div style={{ left: place.x, top: place.y, width: place.width, height: place.height }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        nodeTypes={TYPES}
        defaultEdgeOptions={EDGES}
        defaultViewport={view}
        minZoom={0.1}
        maxZoom={4}
        snapToGrid
        snapGrid={GRID}
        panOnScroll
        selectionOnDrag
        panOnDrag={PANNING}
      />
    </div>
  );
};

createRoot(document.getElementById("app")).render(<Canvas />);
