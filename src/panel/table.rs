//! Tables of a panel.

use super::element::{Element, Markup, element};

/// A table that is being written: a caption that is heard, heads of columns, and rows with a head each.
#[derive(Debug)]
pub struct Table {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Element>,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Words.
    Words(&'static str),
    /// Numbers, which stand at the right.
    Numbers(&'static str),
}

impl Column {
    fn class(self) -> &'static str {
        match self {
            Self::Words(_) => "",
            Self::Numbers(_) => "number",
        }
    }

    fn head(self) -> Element {
        let (Self::Words(name) | Self::Numbers(name)) = self;
        element("th").set("scope", "col").class(self.class()).with(name)
    }
}

impl Table {
    /// A table with columns, of which the first holds the heads of the rows.
    pub fn new(caption: &str, columns: &[Column]) -> Self {
        Self { caption: caption.into(), columns: columns.to_vec(), rows: Vec::new() }
    }

    /// One row more, named in the page by `data-row`: what stands in each column.
    pub fn row(&mut self, name: &str, cells: impl IntoIterator<Item = Markup>) {
        let mut row = element("tr").set("data-row", name);
        for (place, (cell, column)) in cells.into_iter().zip(&self.columns).enumerate() {
            let td = if place == 0 { element("th").set("scope", "row") } else { element("td") };
            row = row.with(td.class(column.class()).with(cell));
        }
        self.rows.push(row);
    }
}

impl From<Table> for Markup {
    fn from(table: Table) -> Self {
        let heads = element("tr").all(table.columns.iter().map(|column| column.head()));
        element("table")
            .class("figures")
            .with(element("caption").class("hidden").with(table.caption))
            .with(element("thead").with(heads))
            .with(element("tbody").all(table.rows))
            .into()
    }
}
