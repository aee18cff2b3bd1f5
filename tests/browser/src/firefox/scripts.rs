//! What Firefox does for the tests: bodies of functions, all but the last two of which run in the browser's own window.

/// Keeps what pages write to the console, which this script (`SAY`) in each of them passes on.
pub(crate) const LISTEN: &str = "
    window.plannerSaid = [];
    window.messageManager.addMessageListener('planner:said', ({ data }) => window.plannerSaid.push(data));
    window.messageManager.loadFrameScript('data:,' + encodeURIComponent(arguments[0]), true)";

/// Passes on what a page writes to the console.
pub(crate) const SAY: &str = "
    const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const browser = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal);
    const levels = { error: 'SEVERE', assert: 'SEVERE', warn: 'WARNING' };
    const listen = event => {
        const { level, arguments: said } = event.wrappedJSObject ?? event;
        sendAsyncMessage('planner:said', { level: levels[level] ?? 'INFO', message: [...said].map(String).join(' ') });
    };
    storage.addLogEventListener(listen, browser);
    addEventListener('unload', ({ target }) => {
        if (target === this) storage.removeLogEventListener(listen);
    });";

/// What pages have written and what Firefox itself says of them, since it was asked for the last time.
pub(crate) const CONSOLE: &str = "
    const found = Services.console.getMessageArray()
        .filter(found => found instanceof Ci.nsIScriptError && !found.isFromChromeContext && found.sourceName.includes('://127.0.0.1:'))
        .map(({ flags, errorMessage, sourceName, lineNumber }) => ({
            level: flags & Ci.nsIScriptError.infoFlag ? 'INFO' : flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE',
            message: `${sourceName} ${lineNumber} ${errorMessage}`,
        }));
    Services.console.reset();
    return [...found, ...window.plannerSaid.splice(0)]";

/// For as long as the browser runs.
pub(crate) const PREFER_DARK: &str =
    "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0] ? 0 : 1)";

/// Runs a script in each document of this tab before its own, with the document's rights.
pub(crate) const BEFORE_LOAD: &str = "
    const { browserId } = gBrowser.selectedBrowser;
    const script = `
        addEventListener('DOMWindowCreated', ({ target: { defaultView: page } }) => {
            if (page?.top !== page || docShell.browsingContext.browserId !== ${browserId}) return;
            const box = new Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false, sameZoneAs: page });
            Cu.evalInSandbox(${JSON.stringify(arguments[0])}, box);
        }, true)`;
    window.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), true)";

/// Removes what is stored for an address.
pub(crate) const FORGET: &str = "
    const owner = Services.scriptSecurityManager.createContentPrincipalFromOrigin(new URL(arguments[0]).origin);
    return new Promise((done, failed) => Services.clearData.deleteDataFromPrincipal(
        owner, true, Ci.nsIClearDataService.CLEAR_DOM_STORAGES, flaws => flaws ? failed(new Error(`${flaws} is left`)) : done()))";

/// Cancels each request whose address ends so, until it is called again.
pub(crate) const BLOCK: &str = "
    const [ending] = arguments;
    const moment = 'http-on-modify-request';
    for (const cache of ['disk', 'memory']) Services.prefs.setBoolPref(`browser.cache.${cache}.enable`, false);
    if (window.plannerBlock) Services.obs.removeObserver(window.plannerBlock, moment);
    window.plannerBlock = ending && {
        observe(request) {
            if (request.QueryInterface(Ci.nsIChannel).URI.filePath.endsWith(ending)) request.cancel(Cr.NS_ERROR_CONNECTION_REFUSED);
        },
    };
    if (window.plannerBlock) Services.obs.addObserver(window.plannerBlock, moment)";

/// Writes what a page offers to a folder, without a question.
pub(crate) const ALLOW_DOWNLOADS: &str = "
    Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', arguments[0]);
    Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false)";

/// In the page: what the window has to measure for a page of that size, or nothing where it has it.
pub(crate) const OUTER_SIZE: &str = "
    const [width, height] = arguments;
    if (innerWidth === width && innerHeight === height) return null;
    return { width: outerWidth - innerWidth + width, height: outerHeight - innerHeight + height }";

/// In the page: files come over it, or are let go of.
pub(crate) const DRAG_FILES: &str = "
    const [kind, clientX, clientY, files] = arguments;
    const dataTransfer = new DataTransfer();
    for (const [name, content] of files) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], name));
    }
    const event = new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, clientX, clientY, dataTransfer });
    document.elementFromPoint(clientX, clientY).dispatchEvent(event)";
