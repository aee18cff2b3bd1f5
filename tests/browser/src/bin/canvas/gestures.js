// What is done to a canvas, ours or the peer's, by the same events; each answers with milliseconds.

const frame = () => new Promise(requestAnimationFrame);

/// Waits until `ready`, then for the frame after: what was there by then has been painted.
const painted = async (start, ready) => {
  do await frame(); while (!ready());
  await frame();
  return performance.now() - start;
};

/// Calls `act` once a frame with each of `steps`, and answers how long each frame took.
const paced = async (steps, act) => {
  await frame();
  const times = [performance.now()];
  for (const step of steps) {
    act(step);
    await frame();
    times.push(performance.now());
  }
  return times.slice(1).map((time, place) => time - times[place]);
};

const pointer = { at: [0, 0], on: null, button: 0 };

const fire = (kind, buttons, [right, down]) => {
  const { at: [x, y], button } = pointer;
  // A page may put another element in the place of the one that was pressed, and a browser goes on with that.
  if (!pointer.on.isConnected) pointer.on = document.elementFromPoint(x, y);
  const { on } = pointer;
  const told = {
    bubbles: true, cancelable: true, composed: true, view: window, pointerId: 1, isPrimary: true, pointerType: "mouse",
    clientX: x + right, clientY: y + down, button: kind === "move" ? -1 : button, buttons,
  };
  on.dispatchEvent(new PointerEvent(`pointer${kind}`, told));
  on.dispatchEvent(new MouseEvent(`mouse${kind}`, { ...told, button: Math.max(told.button, 0) }));
};

globalThis.gestures = {
  /// Drops the text on the page as a file, and waits until as many elements are painted as `counts` says of each selector.
  open(text, counts) {
    const files = new DataTransfer();
    files.items.add(new File([text], "plan.json", { type: "application/json" }));
    const start = performance.now();
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
    return painted(start, () => counts.every(([selector, count]) => document.querySelectorAll(selector).length === count));
  },

  /// Presses in the middle of what the selector finds, which a drag of the middle button pans.
  press(selector, button) {
    const on = document.querySelector(selector);
    const { x, y, width, height } = on.getBoundingClientRect();
    Object.assign(pointer, { at: [Math.round(x + width / 2), Math.round(y + height / 2)], on, button });
    fire("down", [1, 4][button], [0, 0]);
  },

  /// Moves the pressed pointer to each of these distances from where it was pressed, a frame each.
  move(path) {
    return paced(path, by => fire("move", [1, 4][pointer.button], by));
  },

  /// Lets go where the pointer was pressed.
  lift() {
    fire("move", [1, 4][pointer.button], [0, 0]);
    fire("up", 0, [0, 0]);
  },

  /// Turns the wheel by each of the amounts over the middle of what the selector finds, with Ctrl held, a frame each.
  zoom(selector, amounts) {
    const on = document.querySelector(selector);
    const { x, y, width, height } = on.getBoundingClientRect();
    const told = { bubbles: true, cancelable: true, view: window, clientX: x + width / 2, clientY: y + height / 2, ctrlKey: true };
    return paced(amounts, deltaY => on.dispatchEvent(new WheelEvent("wheel", { ...told, deltaY })));
  },

  /// Types a number into the field, and answers how long each frame took until what `shown` finds says something else and is painted.
  async edit(selector, number, shown) {
    const text = () => document.querySelector(shown).textContent;
    const [field, before, times] = [document.querySelector(selector), text(), [performance.now()]];
    field.value = number;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    do times.push(await frame().then(() => performance.now())); while (text() === before);
    times.push(await frame().then(() => performance.now()));
    return times.slice(1).map((time, place) => time - times[place]);
  },
};
