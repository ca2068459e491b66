//! A small writer of SVG: integers only, so that the same chart is the same bytes everywhere; black, white and grey, told
//! apart by place, label and hatching; a title and a description for screen readers.

use std::fmt::Write;

use crate::report::page::terminal;

/// How wide every chart is.
pub(super) const WIDTH: i64 = 820;

/// To which side of its point a text stands.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

/// A drawing under way.
pub(super) struct Svg(String);

impl Svg {
    /// Begins a drawing. `name` keeps its ids apart from those of other drawings on the same page.
    pub(super) fn new(name: &str, height: i64, title: &str, about: &str) -> Self {
        let (title, about) = (text(title), text(about));
        Svg(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"{name}-title {name}-about\" \
             font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\" fill=\"#000\">\n\
             <title id=\"{name}-title\">{title}</title>\n<desc id=\"{name}-about\">{about}</desc>\n\
             <defs><pattern id=\"{name}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"M0 6 L6 0\" stroke=\"#000\" stroke-width=\"1\"/></pattern></defs>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n"
        ))
    }

    /// A text of so many pixels.
    pub(super) fn text(&mut self, (x, y): (i64, i64), size: i64, anchor: Anchor, said: &str) {
        self.styled((x, y), size, anchor, said, "");
    }

    /// The same in bold.
    pub(super) fn strong(&mut self, (x, y): (i64, i64), size: i64, anchor: Anchor, said: &str) {
        self.styled((x, y), size, anchor, said, " font-weight=\"bold\"");
    }

    /// A word across the drawing, behind all else, so that no part of it can be taken for what it is not.
    pub(super) fn watermark(&mut self, (x, y): (i64, i64), size: i64, said: &str) {
        self.styled(
            (x, y),
            size,
            Anchor::Middle,
            said,
            " font-weight=\"bold\" fill=\"#e6e6e6\" aria-hidden=\"true\"",
        );
    }

    fn styled(&mut self, (x, y): (i64, i64), size: i64, anchor: Anchor, said: &str, style: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let said = text(said);
        let _ = writeln!(
            self.0,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{style}>{said}</text>"
        );
    }

    /// A line of so many pixels.
    pub(super) fn line(&mut self, (x1, y1): (i64, i64), (x2, y2): (i64, i64), width: i64) {
        let _ = writeln!(
            self.0,
            "<path d=\"M{x1} {y1} L{x2} {y2}\" stroke=\"#000\" stroke-width=\"{width}\" fill=\"none\"/>"
        );
    }

    /// A thin grey line behind figures.
    pub(super) fn guide(&mut self, (x1, y1): (i64, i64), (x2, y2): (i64, i64)) {
        let _ = writeln!(
            self.0,
            "<path d=\"M{x1} {y1} L{x2} {y2}\" stroke=\"#bbb\" stroke-width=\"1\" stroke-dasharray=\"2 3\"/>"
        );
    }

    /// A filled bar with an outline.
    pub(super) fn bar(&mut self, (x, y): (i64, i64), (width, height): (i64, i64), fill: &Fill<'_>) {
        let fill = match fill {
            Fill::Grey => "#ccc".to_owned(),
            Fill::Hatched(name) => format!("url(#{name}-hatch)"),
        };
        let _ = writeln!(
            self.0,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" stroke=\"#000\"/>"
        );
    }

    /// A dot.
    pub(super) fn dot(&mut self, (x, y): (i64, i64)) {
        let _ = writeln!(
            self.0,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>"
        );
    }

    /// The finished drawing.
    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }
}

/// What a bar is filled with.
pub(super) enum Fill<'a> {
    /// Grey.
    Grey,
    /// Hatched, in the drawing of this name.
    Hatched(&'a str),
}

/// A text that can stand in XML, whatever a file put into it.
fn text(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for c in terminal(said).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// A name short enough for its place.
pub(super) fn short(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let head: String = name.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}

/// A straight scale from figures to pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// The figures at the two ends; the second above the first.
    pub(super) figures: (i64, i64),
    /// The pixels there.
    pub(super) pixels: (i64, i64),
}

impl Scale {
    /// Where a figure stands; one beyond an end stands at the end.
    pub(super) fn at(&self, figure: i64) -> i64 {
        let (low, high) = (i128::from(self.figures.0), i128::from(self.figures.1));
        let part = i128::from(figure).clamp(low, high) - low;
        let way = i128::from(self.pixels.1) - i128::from(self.pixels.0);
        let moved = part * way / (high - low).max(1);
        self.pixels.0 + i64::try_from(moved).unwrap_or(0)
    }

    /// Round figures within the scale, three to seven of them, and the distance between them.
    pub(super) fn ticks(&self) -> (Vec<i64>, i64) {
        let width = i128::from(self.figures.1) - i128::from(self.figures.0);
        let mut step = 1_i128;
        'found: loop {
            for factor in [1, 2, 5] {
                if width / (step * factor) <= 6 {
                    step *= factor;
                    break 'found;
                }
            }
            step *= 10;
        }
        let first = i128::from(self.figures.0).div_euclid(step) * step;
        let all = (0..10).map(|i| first + i * step).filter_map(|t| i64::try_from(t).ok());
        let within = all.filter(|t| (self.figures.0..=self.figures.1).contains(t));
        (within.collect(), i64::try_from(step).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round() {
        let scale = Scale { figures: (83, 431), pixels: (0, 100) };
        assert_eq!(scale.ticks(), (vec![100, 150, 200, 250, 300, 350, 400], 50));
        let scale = Scale { figures: (5, 5), pixels: (0, 100) };
        assert_eq!(scale.ticks(), (vec![5], 1));
    }

    #[test]
    fn a_name_cannot_leave_its_place() {
        assert_eq!(text("a<b>&\"'\u{1b}\u{202e}"), "a&lt;b&gt;&amp;&quot;&#39;\\u{1b}\\u{202e}");
        assert_eq!(short("Hospital Alfa", 9), "Hospital…");
    }

    proptest! {
        #[test]
        fn a_scale_keeps_its_order(low in any::<i64>(), high in any::<i64>(), a in any::<i64>(), b in any::<i64>()) {
            prop_assume!(low < high);
            let scale = Scale { figures: (low, high), pixels: (190, 790) };
            let (x, y) = (scale.at(a.min(b)), scale.at(a.max(b)));
            prop_assert!(190 <= x && x <= y && y <= 790);
            let (ticks, _) = scale.ticks();
            prop_assert!(ticks.len() <= 8);
        }
    }
}
