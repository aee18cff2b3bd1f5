//! The page shows the figures of the shipped plans to twelve digits of the unavailability.

use browser::{Error, Page, Result, visit};
use oracle::{Expected, relative_error};

fn open(page: &Page, template: &str, name: &str) -> Result<()> {
    page.wait_for("[data-menu=open]")?;
    page.click("[data-menu=open]")?;
    page.wait_for(&format!("[data-template={template}]"))?;
    page.click(&format!("[data-template={template}]"))?;
    page.wait_until(
        &format!("{name} is open"),
        "return [...document.querySelectorAll('header input, header .plan-name')].some(field => (field.value ?? field.textContent).includes(arguments[0]))",
        &[name.into()],
    )
}

fn value(page: &Page, selector: &str) -> Result<f64> {
    page.wait_for(selector)?;
    let value =
        page.script("return document.querySelector(arguments[0]).dataset.value", &[selector.into()])?;
    let value = value.as_str().and_then(|text| text.parse().ok());
    value.ok_or_else(|| Error::Unexpected { command: selector.into(), value: "no value".into() })
}

fn agrees(page: &Page, selector: &str, expected: f64) -> Result<()> {
    let shown = value(page, selector)?;
    assert!(relative_error(shown, expected) <= 1e-12, "{selector}: {shown:e} instead of {expected:e}");
    Ok(())
}

fn compare(page: &Page, name: &str, expected: &Expected) -> Result<()> {
    open(page, expected.template, name)?;
    page.click("#tab-workloads")?;
    page.wait_until(
        "the figures are those of the open plan",
        "return document.querySelectorAll('tr[data-workload]').length === arguments[0] && !document.querySelector('[data-stale=true]')",
        &[expected.rows.len().into()],
    )?;
    for row in &expected.rows {
        let place = format!("tr[data-workload={}][data-population='users/{}']", row.workload, row.location);
        agrees(page, &format!("{place} [data-figure=unavailability_any]"), row.unavailability_any)?;
        agrees(page, &format!("{place} [data-figure=unavailability_full]"), row.unavailability_full)?;
        let weighted = row.unavailability_user_weighted;
        agrees(page, &format!("{place} [data-figure=unavailability_user_weighted]"), weighted)?;
        agrees(page, &format!("{place} [data-figure='losses.planned']"), row.planned * 525_600.0)?;
    }
    let headline = expected.headline.unavailability_user_weighted;
    agrees(page, "[data-figure='headline.unavailability_user_weighted']", headline)?;
    page.screenshot(expected.template)
}

#[test]
fn the_figures_of_the_shipped_plans_agree_with_the_oracle() -> Result<()> {
    visit("/", |page| {
        compare(page, "Small organisation", &oracle::small_organisation(true))?;
        compare(page, "Group Chat maximum", &oracle::group_chat_maximum(true))?;
        compare(page, "Entry Tier", &oracle::entry_tier(true))
    })
}
