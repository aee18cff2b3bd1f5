//! End-to-end tests of the page, driven through WebDriver.
