// Starts the program. A classic script in the head, so that the chosen theme is set before anything is painted.
(function () {
  "use strict";

  function chosenTheme() {
    try {
      return localStorage.getItem("theme");
    } catch (refused) {
      // A browser that keeps nothing for this page follows the system's theme.
      return null;
    }
  }

  function named(name) {
    var content = document.querySelector('meta[name="' + name + '"]').content;
    return new URL(content, document.baseURI).href;
  }

  function parsed() {
    return new Promise(function (resolve) {
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", resolve, { once: true });
      } else {
        resolve();
      }
    });
  }

  function program() {
    return fetch(named("planner-wasm"))
      .then(function (response) {
        if (!response.ok) {
          throw new Error(response.url + " is answered with " + response.status + ".");
        }
        return response.arrayBuffer();
      })
      .then(function (buffer) {
        return unpackedProgram(new Uint8Array(buffer));
      });
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function advice() {
    if (location.protocol === "file:") {
      return "The page was opened as a file, which browsers do not let run programs. Serve its folder over HTTP instead.";
    }
    if (typeof WebAssembly !== "object") {
      return "This browser cannot run WebAssembly, or it is switched off. Use a current Chrome, Edge, Firefox or Safari.";
    }
    if (navigator.onLine === false) {
      return "This computer is offline. Connect it, then load the page again.";
    }
    return "Load the page again. If this stays, a proxy or an extension may be blocking a file of this site, or the copy on the server is not whole.";
  }

  function explain(error) {
    var reload = element("button", "Load again");
    reload.type = "button";
    reload.addEventListener("click", function () {
      location.reload();
    });
    var detail = element("p", String(error));
    detail.className = "detail";
    var told = element("div", "");
    told.setAttribute("role", "alert");
    told.append(
      element("h1", "The planner could not start"),
      element("p", "Its program could not be loaded. Plans saved in this browser are untouched."),
      element("p", advice()),
      reload,
      detail
    );
    document.getElementById("boot").replaceChildren(told);
  }

  // What hands plans on, and takes in those of links, is fetched when it is asked for. Without a parcel it reads the address.
  window.handOver = function (parcel) {
    var script = document.createElement("script");
    script.src = "sharing.js";
    script.parcel = parcel;
    script.onerror = function () {
      alert("A part of the planner did not load. Check the connection, then try again; the plan is not affected.");
    };
    document.head.append(script);
  };

  function openLinked() {
    if (location.hash.startsWith("#plan=")) {
      handOver();
    }
  }

  var theme = chosenTheme();
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }

  Promise.all([import(named("planner-module")), program(), parsed()])
    .then(function (ready) {
      return ready[0].default({ module_or_path: ready[1] });
    })
    .then(function () {
      document.getElementById("boot").remove();
      addEventListener("hashchange", openLinked);
      openLinked();
    })
    .catch(function (error) {
      console.error(error);
      return parsed().then(function () {
        explain(error);
      });
    });
})();
