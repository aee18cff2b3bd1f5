//! What people know from other diagram editors works here too: one test for each habit.

mod drawing;

use browser::{Key, Page, Point, Pointer, Result, visit};
use drawing::{chooses, empty_plan, nodes, on_canvas, opened, rect_of, transform, zoom};

const CTRL: &[Key] = &[Key::Control];
const CTRL_SHIFT: &[Key] = &[Key::Control, Key::Shift];

fn is_selected(node: &str) -> String {
    format!("[data-node={node}].selected")
}

fn past(at: Point, right: i64, down: i64) -> Point {
    Point { x: at.x + right, y: at.y + down }
}

#[test]
fn add_by_dragging_clicking_enter_slash_or_a_double_click() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        page.wait_for("[data-item=standard-edition]")?;
        let entry = page.rest("[data-item=standard-edition]")?.centre();
        page.drag(Pointer::Mouse, entry, on_canvas(page, 540, 200)?)?;
        page.wait_for("[data-node=standard-edition-1]")?;
        page.click("[data-item=standard-edition]")?;
        page.wait_for("[data-node=standard-edition-2]")?;
        page.script("document.querySelector('[data-item=users]').focus()", &[])?;
        page.key(Key::Enter)?;
        page.wait_for("[data-node=users-1]")?;

        page.click("svg.drawing")?;
        page.type_text("/")?;
        chooses(page, "edge")?;
        page.wait_for("[data-node=edge-1]")?;

        page.double_click(on_canvas(page, 560, 60)?)?;
        chooses(page, "archiving server")?;
        page.wait_for("[data-node=archiving-1]")?;
        let placed = rect_of(page, "archiving-1")?;
        let wanted = on_canvas(page, 560, 60)?;
        assert!(
            (placed.centre().x - wanted.x).abs() < 12 && (placed.centre().y - wanted.y).abs() < 12,
            "{placed:?}"
        );
        Ok(())
    })
}

#[test]
fn pan_by_space_by_the_middle_button_and_by_the_wheel() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let (from, zoom_before) = (on_canvas(page, 30, 300)?, zoom(page)?);
        let moved = |what: &str, before: &str| {
            page.wait_until(
                what,
                "return document.querySelector('.world').getAttribute('transform') !== arguments[0]",
                &[before.into()],
            )
        };
        let before = transform(page)?;
        page.drag_holding(Key::Space, from, past(from, 60, 40))?;
        moved("Space and drag", &before)?;
        let before = transform(page)?;
        page.drag_by_button(1, from, past(from, 60, 40))?;
        moved("the middle button", &before)?;
        let before = transform(page)?;
        page.wheel(from, 0, 80)?;
        moved("the wheel", &before)?;
        assert!((zoom(page)? - zoom_before).abs() < 0.5);
        page.wait_for("[data-command=undo]:disabled")
    })
}

#[test]
fn zoom_about_the_pointer_by_keys_to_everything_and_to_the_selection() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let (at, before) = (rect_of(page, "edge")?.centre(), zoom(page)?);
        page.hold(Key::Control)?;
        page.wheel(at, 0, -200)?;
        page.release()?;
        page.wait_until(
            "it is larger",
            "return parseFloat(document.querySelector('.zoom').textContent) > arguments[0]",
            &[before.into()],
        )?;
        let now = rect_of(page, "edge")?.centre();
        assert!((now.x - at.x).abs() <= 2 && (now.y - at.y).abs() <= 2, "{at:?} {now:?}");

        page.chord(CTRL, '0')?;
        page.wait_until(
            "it is at 100 %",
            "return document.querySelector('.zoom').textContent === '100 %'",
            &[],
        )?;
        page.chord(CTRL, '+')?;
        page.wait_until(
            "it is larger",
            "return document.querySelector('.zoom').textContent === '125 %'",
            &[],
        )?;
        page.chord(&[Key::Shift], '!')?;
        page.wait_until(
            "all of it is shown",
            "return parseFloat(document.querySelector('.zoom').textContent) === arguments[0]",
            &[before.into()],
        )?;
        page.click("[data-node=edge]")?;
        page.wait_for(&is_selected("edge"))?;
        page.chord(&[Key::Shift], '@')?;
        page.wait_until(
            "the selection fills the window",
            "return document.querySelector('.zoom').textContent === '100 %'",
            &[],
        )?;
        Ok(())
    })
}

#[test]
fn marquee_over_the_empty_canvas_selects_what_it_meets() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let edge = rect_of(page, "edge")?;
        let from = past(edge.centre(), -(edge.width / 2 + 6), -(edge.height / 2 + 14));
        page.press(Pointer::Mouse, from)?;
        page.move_in_steps(Pointer::Mouse, from, edge.centre())?;
        page.wait_for(".marquee")?;
        page.wait_for(&is_selected("edge"))?;
        page.lift(Pointer::Mouse)?;
        page.wait_for_no(".marquee")?;
        page.wait_for(&is_selected("edge"))
    })
}

#[test]
fn multi_select_by_shift_and_click_and_by_ctrl_a() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("[data-node=edge]")?;
        page.hold(Key::Shift)?;
        page.click("[data-node=reverse-proxy]")?;
        page.release()?;
        page.wait_for(&is_selected("reverse-proxy"))?;
        page.wait_for(&is_selected("edge"))?;
        page.hold(Key::Shift)?;
        page.click("[data-node=edge]")?;
        page.release()?;
        page.wait_for_no(&is_selected("edge"))?;
        page.wait_for(&is_selected("reverse-proxy"))?;
        page.chord(CTRL, 'a')?;
        page.wait_until(
            "all of it is selected",
            "return !document.querySelector('.card-group:not(.selected), .frame-group:not(.selected)')",
            &[],
        )
    })
}

#[test]
fn nudge_by_a_grid_step_and_by_five_with_shift() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.chord(CTRL, '0')?;
        page.click("[data-node=edge]")?;
        page.wait_for(&is_selected("edge"))?;
        let before = page.rest("[data-node=edge]")?;
        page.key(Key::Right)?;
        let once = moved_from(page, before)?;
        assert_eq!((once.x - before.x, once.y - before.y), (8, 0));
        page.chord(&[Key::Shift], Key::Down.character())?;
        let far = moved_from(page, once)?;
        assert_eq!((far.x - once.x, far.y - once.y), (0, 40));
        // Nudges in a row are one step.
        page.chord(CTRL, 'z')?;
        let back = moved_from(page, far)?;
        assert_eq!((back.x, back.y), (before.x, before.y));
        page.wait_for("[data-command=undo]:disabled")
    })
}

fn moved_from(page: &Page, before: browser::Rect) -> Result<browser::Rect> {
    page.wait_until(
        "it has moved",
        "const now = document.querySelector('[data-node=edge]').getBoundingClientRect(); return Math.round(now.left) !== arguments[0] || Math.round(now.top) !== arguments[1]",
        &[before.x.into(), before.y.into()],
    )?;
    page.rest("[data-node=edge]")
}

#[test]
fn duplicate_by_ctrl_d_and_by_alt_and_drag() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let before = nodes(page)?;
        page.click("[data-node=edge]")?;
        page.chord(CTRL, 'd')?;
        page.wait_for(&is_selected("edge-1"))?;
        assert_eq!(nodes(page)?, before + 1);
        let at = rect_of(page, "reverse-proxy")?.centre();
        page.drag_holding(Key::Alt, at, past(at, 10, 120))?;
        page.wait_for(&is_selected("reverse-proxy-1"))?;
        let original = rect_of(page, "reverse-proxy")?.centre();
        assert!((original.y - at.y).abs() <= 2, "the original stays");
        assert_eq!(nodes(page)?, before + 2);
        page.chord(CTRL, 'z')?;
        page.wait_for_no("[data-node=reverse-proxy-1]")
    })
}

#[test]
fn delete_by_delete_and_by_backspace() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        for (node, key) in [("edge", Key::Delete), ("reverse-proxy", Key::Backspace)] {
            page.click(&format!("[data-node={node}]"))?;
            page.wait_for(&is_selected(node))?;
            page.key(key)?;
            page.wait_for_no(&format!("[data-node={node}]"))?;
        }
        Ok(())
    })
}

#[test]
fn group_by_dropping_into_a_pool() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        page.wait_for("[data-item=enterprise-pool]")?;
        page.click("[data-item=enterprise-pool]")?;
        page.wait_for("[data-node=pool-1]")?;
        let entry = page.rest("[data-item=front-end]")?.centre();
        let inside = rect_of(page, "back-end-1")?.centre();
        page.drag(Pointer::Mouse, entry, past(inside, 20, 30))?;
        page.wait_for(&is_selected("front-end-2"))?;
        let (pool, part) = (rect_of(page, "pool-1")?, rect_of(page, "front-end-2")?);
        assert!(pool.x <= part.x && pool.x + pool.width >= part.x + part.width, "the frame goes around it");
        page.click("[data-node=pool-1] .frame-title")?;
        page.wait_for(&is_selected("pool-1"))?;
        page.key(Key::Delete)?;
        page.wait_for_no("[data-node=front-end-2]")
    })
}

#[test]
fn align_by_ctrl_shift_and_arrows_once_two_are_selected() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("[data-node=edge]")?;
        page.hold(Key::Shift)?;
        page.click("[data-node=reverse-proxy]")?;
        page.release()?;
        page.wait_for(&is_selected("reverse-proxy"))?;
        page.chord(CTRL_SHIFT, Key::Up.character())?;
        page.wait_until(
            "their upper sides are in line",
            "const top = id => document.querySelector(`[data-node=${id}] .card`).getBoundingClientRect().top; return Math.abs(top('edge') - top('reverse-proxy')) < 0.5",
            &[],
        )?;
        page.chord(CTRL, 'z')?;
        page.wait_for("[data-command=undo]:disabled")
    })
}

#[test]
fn snap_to_grid_and_guides_unless_ctrl_is_held() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let (edge, proxy) = (rect_of(page, "edge")?, rect_of(page, "reverse-proxy")?);
        let from = proxy.centre();
        let to = past(from, edge.x - proxy.x + 3, 40);
        page.press(Pointer::Mouse, from)?;
        page.move_in_steps(Pointer::Mouse, from, to)?;
        page.wait_for(".guides[d^=M]")?;
        page.lift(Pointer::Mouse)?;
        page.wait_for_no(".guides")?;
        let caught = rect_of(page, "reverse-proxy")?;
        assert!((caught.x - edge.x).abs() <= 1, "{caught:?} {edge:?}");
        page.drag_holding(Key::Control, caught.centre(), past(caught.centre(), 11, 0))?;
        let free = rect_of(page, "reverse-proxy")?;
        assert!((free.x - caught.x - 11).abs() <= 1, "{free:?}");
        Ok(())
    })
}

#[test]
fn connect_from_a_port_and_hear_why_not() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        for (item, node) in [
            ("standard-edition", "standard-edition-1"),
            ("edge", "edge-1"),
            ("reverse-proxy", "reverse-proxy-1"),
        ] {
            page.wait_for(&format!("[data-item={item}]"))?;
            page.click(&format!("[data-item={item}]"))?;
            page.wait_for(&format!("[data-node={node}]"))?;
        }
        page.click("[data-node=edge-1]")?;
        let port = page.rest("[data-node=edge-1] .port")?.centre();
        let links = page.count(".link-group")?;
        let to = rect_of(page, "reverse-proxy-1")?.centre();
        page.press(Pointer::Mouse, port)?;
        page.move_in_steps(Pointer::Mouse, port, to)?;
        page.wait_for(".connection.refused")?;
        page.lift(Pointer::Mouse)?;
        page.wait_for("[data-notice=bad]")?;
        let why = page.text("[data-notice=bad]")?;
        assert!(why.contains("no dependency"), "{why}");
        assert_eq!(page.count(".link-group")?, links);
        page.drag(Pointer::Mouse, port, rect_of(page, "standard-edition-1")?.centre())?;
        page.wait_until(
            "there is another link",
            "return document.querySelectorAll('.link-group').length === arguments[0] + 1",
            &[links.into()],
        )
    })
}

#[test]
fn rename_by_f2_or_a_double_click_and_leave_it_by_escape() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("[data-node=edge]")?;
        page.key(Key::F2)?;
        page.wait_for("input.name-field:focus, .inspector input:focus")?;
        page.type_text("Way in")?;
        page.key(Key::Enter)?;
        page.wait_for("[data-node=edge][aria-label^='Way in']")?;
        page.double_click(rect_of(page, "reverse-proxy")?.centre())?;
        page.wait_for(".inspector input:focus")?;
        page.type_text("Nothing")?;
        page.key(Key::Escape)?;
        page.wait_for("[data-node=reverse-proxy]:not([aria-label^='Nothing'])")
    })
}

#[test]
fn undo_and_redo_by_ctrl_z_ctrl_shift_z_and_ctrl_y() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("[data-node=edge]")?;
        page.key(Key::Delete)?;
        page.wait_for_no("[data-node=edge]")?;
        page.chord(CTRL, 'z')?;
        page.wait_for("[data-node=edge]")?;
        page.click("[data-node=reverse-proxy]")?;
        // A selection ends nothing that could be made again.
        page.chord(CTRL_SHIFT, 'Z')?;
        page.wait_for_no("[data-node=edge]")?;
        page.chord(CTRL, 'z')?;
        page.wait_for("[data-node=edge]")?;
        page.chord(CTRL, 'y')?;
        page.wait_for_no("[data-node=edge]")
    })
}

#[test]
fn clipboard_carries_parts_to_another_tab_and_their_names_elsewhere() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("[data-node=edge]")?;
        page.wait_for(&is_selected("edge"))?;
        page.script(
            "document.addEventListener('copy', ({ clipboardData: data }) => {
                const marked = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
                window.copied = [data.getData('text/plain'), marked.body.innerText];
            })",
            &[],
        )?;
        page.chord(CTRL, 'c')?;
        page.wait_until(
            "its name is there as text, plain and marked",
            "return window.copied?.every(text => text === 'Edge array')",
            &[],
        )?;
        page.chord(CTRL, 'v')?;
        page.wait_for(&is_selected("edge-1"))?;
        page.chord(CTRL, 'x')?;
        page.wait_for_no("[data-node=edge-1]")?;

        let first = page.window()?;
        let second = page.open_window()?;
        page.switch_to(&second)?;
        empty_plan(page)?;
        page.click("svg.drawing")?;
        page.chord(CTRL, 'v')?;
        page.wait_for("[data-node=edge-1]")?;
        page.switch_to(&first)?;

        // Marked text of other programs is no plan, whatever it carries; a plan that stands beside it as plain text is one.
        let plan = include_str!("../../../static/templates/one-computer.json");
        let nodes = "return document.querySelectorAll('.canvas [data-node]').length";
        let before = page.script(nodes, &[])?;
        for text in ["no plan", plan] {
            page.script(
                "const data = new DataTransfer();
                 data.setData('text/html', '<p data-planned=\"pro\">no plan</p>');
                 data.setData('text/plain', arguments[0]);
                 const event = new Event('paste', { bubbles: true });
                 Object.defineProperty(event, 'clipboardData', { value: data });
                 document.dispatchEvent(event)",
                &[text.into()],
            )?;
            if text != plan {
                assert_eq!(page.script(nodes, &[])?, before);
                assert_eq!(page.count("[data-notice=bad]")?, 0, "it is left alone");
            }
        }
        page.wait_until(
            "what the plain text holds is there",
            "return document.querySelectorAll('.canvas [data-node]').length > arguments[0]",
            &[before],
        )
    })
}

#[test]
fn command_palette_runs_commands_adds_components_and_finds_parts() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.chord(CTRL, 'k')?;
        chooses(page, "select all")?;
        page.wait_for(&is_selected("edge"))?;
        page.chord(CTRL, '/')?;
        chooses(page, "add monitoring server")?;
        page.wait_for("[data-node=monitoring-1]")?;
        page.chord(CTRL, 'k')?;
        chooses(page, "show reverse")?;
        page.wait_for(&is_selected("reverse-proxy"))?;
        page.chord(CTRL, 'k')?;
        page.wait_for(".chooser-field:focus")?;
        page.key(Key::Escape)?;
        page.wait_for_no("dialog")
    })
}

#[test]
fn help_tells_every_command_with_its_keys() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("svg.drawing")?;
        page.type_text("?")?;
        page.wait_for("dialog .pick")?;
        let said = page.text("#chooser-list")?;
        for words in ["Duplicate", "Ctrl+D", "Align left sides", "Ctrl+Shift+←", "Alt and drag", "Ctrl+K"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        page.wait_until(
            "they look as what they are, text",
            "return [...document.querySelectorAll('.pick')].every(line => getComputedStyle(line).cursor === 'default')",
            &[],
        )
    })
}

#[test]
fn find_shows_a_server_by_its_name() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.chord(CTRL, 'f')?;
        chooses(page, "edge array 2")?;
        page.wait_for(&is_selected("edge"))
    })
}

#[test]
fn minimap_shows_what_does_not_fit_and_moves_the_view() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.wait_for_no(".minimap")?;
        for _ in 0..6 {
            page.chord(CTRL, '+')?;
        }
        page.wait_for(".minimap")?;
        // Away from the middle first, then back to it by the map.
        let map = page.rest(".minimap")?;
        let before = transform(page)?;
        page.press(Pointer::Mouse, Point { x: map.x + 8, y: map.y + 8 })?;
        page.lift(Pointer::Mouse)?;
        page.wait_until(
            "the view has moved",
            "return document.querySelector('.world').getAttribute('transform') !== arguments[0]",
            &[before.into()],
        )?;
        page.press(Pointer::Mouse, map.centre())?;
        page.lift(Pointer::Mouse)?;
        page.wait_until(
            "the middle of the plan is in the middle of the window",
            "const box = element => document.querySelector(element).getBoundingClientRect();
             const view = box('svg.drawing'), cards = [...document.querySelectorAll('.card, .frame')].map(card => card.getBoundingClientRect());
             const ends = (low, high) => (Math.min(...cards.map(card => card[low])) + Math.max(...cards.map(card => card[high]))) / 2;
             return Math.abs(ends('left', 'right') - view.left - view.width / 2) < 30 && Math.abs(ends('top', 'bottom') - view.top - view.height / 2) < 30",
            &[],
        )
    })
}

#[test]
fn context_menu_by_the_right_button_offers_what_can_be_done_with_the_part() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let at = rect_of(page, "edge")?.centre();
        page.drag_by_button(2, at, at)?;
        page.wait_for(&is_selected("edge"))?;
        page.wait_for("dialog .pick")?;
        let menu = page.rect("dialog")?;
        assert!((menu.x - at.x).abs() < 20 || menu.x + menu.width >= at.x, "{menu:?} {at:?}");
        let said = page.text("#chooser-list")?;
        assert!(said.contains("Duplicate") && !said.contains("Select all"), "{said}");
        page.press(Pointer::Mouse, on_canvas(page, 30, 30)?)?;
        page.lift(Pointer::Mouse)?;
        page.wait_for_no("dialog")?;
        page.drag_by_button(2, at, at)?;
        chooses(page, "delete")?;
        page.wait_for_no("[data-node=edge]")
    })
}

#[test]
fn wheel_zooms_without_ctrl_where_that_is_wanted_and_still_after_a_reload() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.chord(CTRL, 'k')?;
        chooses(page, "zoom with the wheel")?;
        for held in [&[][..], CTRL] {
            let before = zoom(page)?;
            for key in held {
                page.hold(*key)?;
            }
            page.wheel(rect_of(page, "edge")?.centre(), 0, -200)?;
            page.release()?;
            page.wait_until(
                "it is larger",
                "return parseFloat(document.querySelector('.zoom').textContent) > arguments[0]",
                &[before.into()],
            )?;
            page.reload()?;
            opened(page)?;
        }
        Ok(())
    })
}

#[test]
fn containers_are_resized_by_their_corner() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let before = rect_of(page, "pool")?;
        page.click("[data-node=pool] .frame-title")?;
        let corner = page.rest("[data-node=pool] .corner")?.centre();
        page.drag(Pointer::Mouse, corner, past(corner, 40, 30))?;
        page.wait_until(
            "the frame is larger",
            "return document.querySelector('[data-node=pool] .frame').getBoundingClientRect().width > arguments[0] + 20",
            &[before.width.into()],
        )?;
        page.chord(CTRL, 'z')?;
        page.wait_for("[data-command=undo]:disabled")
    })
}

#[test]
fn escape_ends_any_gesture_without_a_trace() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let (at, port) = (rect_of(page, "edge")?.centre(), page.rect("[data-node=edge] .port")?.centre());
        let empty = on_canvas(page, 30, 330)?;
        for from in [at, port, empty] {
            page.press(Pointer::Mouse, from)?;
            page.move_in_steps(Pointer::Mouse, from, past(from, 60, 30))?;
            page.key(Key::Escape)?;
            page.lift(Pointer::Mouse)?;
            page.wait_for_no(".marquee, .connection, .shifted")?;
        }
        let after = rect_of(page, "edge")?.centre();
        assert_eq!((after.x, after.y), (at.x, at.y));
        page.wait_for("[data-command=undo]:disabled")
    })
}

#[test]
fn present_by_shift_p_where_nothing_changes_the_plan_and_leave_by_escape_or_the_button() -> Result<()> {
    const SHOWN: &str = "return ['.palette', '.results', '.inspector', '.tools', '.supported'].every(part => getComputedStyle(document.querySelector(part)).display === 'none')
        && parseFloat(getComputedStyle(document.querySelector('.headline .value')).fontSize) >= 32";
    visit("/", |page| {
        opened(page)?;
        page.chord(&[Key::Shift], 'P')?;
        page.wait_for(".drawing.presenting")?;
        page.wait_until("only the plan and its figures are shown, these large", SHOWN, &[])?;
        let before = nodes(page)?;
        page.click("[data-node=edge]")?;
        page.wait_for(&is_selected("edge"))?;
        page.key(Key::Delete)?;
        page.key(Key::F2)?;
        page.chord(CTRL, 'd')?;
        page.chord(CTRL, 'x')?;
        page.chord(CTRL, 'v')?;
        page.double_click(on_canvas(page, 20, 80)?)?;
        let (at, proxy) = (rect_of(page, "edge")?.centre(), rect_of(page, "reverse-proxy")?.centre());
        page.drag(Pointer::Mouse, at, past(at, 40, 30))?;
        page.drag(Pointer::Touch, past(at, 40, 30), past(at, 20, 20))?;
        // The view has moved, and all of the plan with it.
        let (now, beside) = (rect_of(page, "edge")?.centre(), rect_of(page, "reverse-proxy")?.centre());
        assert!(now.x != at.x, "{at:?} {now:?}");
        assert!((now.x - at.x - (beside.x - proxy.x)).abs() <= 1, "{now:?} {beside:?}");
        assert_eq!(nodes(page)?, before);
        page.wait_for_no("dialog")?;

        page.click("[data-hit='server/0/edge']")?;
        page.wait_for(".headline [data-figure='now.users']")?;
        page.key(Key::Escape)?;
        page.wait_for_no(".presenting")?;
        page.click("[data-command=undo]")?;
        page.wait_for_no(".moment")?;
        page.wait_for("[data-command=undo]:disabled")?;

        page.chord(CTRL, 'k')?;
        chooses(page, "present the plan")?;
        page.click("[data-command=leave]")?;
        page.wait_for_no(".presenting")
    })
}

#[test]
fn a_held_key_turns_nothing_on_and_off() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        page.click("svg.drawing")?;
        page.type_text("h")?;
        page.wait_for(".heat")?;
        page.script(
            "for (let times = 0; times < 3; times++) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', code: 'KeyH', repeat: true }))",
            &[],
        )?;
        page.wait_for(".heat")?;
        page.type_text("h")?;
        page.wait_for_no(".heat")
    })
}

#[test]
fn lists_leave_home_and_end_to_the_field_and_keys_to_nothing_else() -> Result<()> {
    const LAST: &str = "return [...document.querySelectorAll('.pick')].at(-1).matches('.chosen')";
    visit("/", |page| {
        opened(page)?;
        page.click("[data-node=edge]")?;
        page.wait_for(&is_selected("edge"))?;
        page.chord(CTRL, 'k')?;
        page.wait_for(".chooser-field:focus")?;
        page.type_text("dd")?;
        page.key(Key::Home)?;
        page.type_text("a")?;
        page.wait_until(
            "it stands before the rest",
            "return document.querySelector('.chooser-field').value === 'add'",
            &[],
        )?;
        page.chord(CTRL, Key::End.character())?;
        page.wait_until("the last one is chosen", LAST, &[])?;
        page.key(Key::PageUp)?;
        page.wait_until("another one is chosen", &LAST.replace("return ", "return !"), &[])?;
        page.script("document.activeElement.blur()", &[])?;
        page.key(Key::Delete)?;
        page.type_text("k?")?;
        page.key(Key::Escape)?;
        page.wait_for_no("dialog")?;
        page.wait_for(&is_selected("edge"))?;
        page.wait_for("[data-command=undo]:disabled")
    })
}

#[test]
fn a_pointer_that_was_lifted_elsewhere_leaves_no_trace() -> Result<()> {
    visit("/", |page| {
        opened(page)?;
        let at = rect_of(page, "edge")?.centre();
        page.press(Pointer::Mouse, at)?;
        page.move_in_steps(Pointer::Mouse, at, past(at, 60, 30))?;
        page.wait_for(".shifted")?;
        page.script(
            "document.querySelector('svg.drawing').dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', buttons: 0, clientX: 500, clientY: 400, bubbles: true }))",
            &[],
        )?;
        page.wait_for_no(".shifted")?;
        page.lift(Pointer::Mouse)?;
        let after = rect_of(page, "edge")?.centre();
        assert_eq!((after.x, after.y), (at.x, at.y));
        page.wait_for("[data-command=undo]:disabled")
    })
}
