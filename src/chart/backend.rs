//! Where plotters draws: its SVG writer, but for text, which it would measure through the browser's document.

use std::io;

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};

use super::metrics;

type Drawn = Result<(), DrawingErrorKind<io::Error>>;

/// An SVG drawing under way.
pub(super) struct Backend<'a>(SVGBackend<'a>);

impl<'a> Backend<'a> {
    /// A drawing of the size that grows in `svg`.
    pub fn new(svg: &'a mut String, width: u32, height: u32) -> Self {
        Self(SVGBackend::with_string(svg, (width, height)))
    }
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = io::Error;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.0.draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.0.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.0.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.0.fill_polygon(path, style)
    }

    /// The SVG writer escapes the text; what XML does not allow even then becomes a replacement character.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let allowed = |letter: char| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
        let text: String =
            text.chars().map(|letter| if allowed(letter) { letter } else { '\u{FFFD}' }).collect();
        self.0.draw_text(&text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<io::Error>> {
        let size = font_size(style.size());
        Ok((whole(metrics::width(text, size)), whole(metrics::height(size))))
    }
}

/// Size of the letters that plotters writes for a size of its own, which counts the line.
pub(super) fn font_size(size: f64) -> f64 {
    size / PLOTTERS_SIZE
}

/// A size of plotters' own over the size of the letters that it writes.
pub(super) const PLOTTERS_SIZE: f64 = 1.24;

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size in pixels, held to the range"
)]
fn whole(size: f64) -> u32 {
    size.ceil().clamp(0.0, 1e6) as u32
}
