// Hands plans on (pictures, links, reports) and takes in those of links. It is fetched and run anew each time that it is asked for;
// what it is asked with, a text of the worker's, lies on its own element.
(function () {
  "use strict";

  // As in the library: bytes that a plan may have, and signs of a link beyond which mail and chat cut it.
  var MOST_BYTES = 8000000, LONG = 8000, MARK = "#plan=";
  // Pixels that a picture may have: a side, and altogether. Browsers refuse more.
  var MOST_SIDE = 16000, MOST_PIXELS = 120e6;

  var parcel = document.currentScript.parcel;
  document.currentScript.remove();

  function element(name, of, words) {
    var made = document.createElement(name);
    made.className = of;
    made.textContent = words;
    return made;
  }

  function number(count) {
    return count.toLocaleString("en");
  }

  // A dialog that says what happened; a link in it can be copied.
  function tell(title, sentences, link) {
    document.querySelectorAll("dialog.sharing").forEach(function (old) {
      old.remove();
    });
    var dialog = element("dialog", "dialog sharing", "");
    dialog.setAttribute("aria-label", title);
    var inside = element("div", "sharing-inside", "");
    inside.append(element("h2", "", title));
    sentences.forEach(function (sentence) {
      inside.append(element("p", "", sentence));
    });
    var buttons = element("div", "sharing-buttons", "");
    if (link) {
      var field = element("input", "chooser-field", "");
      field.readOnly = true;
      field.value = link;
      field.setAttribute("aria-label", "Link");
      field.addEventListener("focus", function () {
        field.select();
      });
      var copy = element("button", "button", "Copy again");
      copy.type = "button";
      copy.addEventListener("click", function () {
        field.focus();
        copied(link).then(function (isCopied) {
          copy.textContent = isCopied || document.execCommand("copy") ? "Copied" : "Press Ctrl+C";
        });
      });
      inside.append(field);
      buttons.append(copy);
    }
    var close = element("button", "button primary", "Close");
    close.type = "button";
    close.autofocus = true;
    close.addEventListener("click", function () {
      dialog.close();
    });
    dialog.addEventListener("close", function () {
      dialog.remove();
    });
    buttons.append(close);
    inside.append(buttons);
    dialog.append(inside);
    document.body.append(dialog);
    dialog.showModal();
  }

  // Whether the clipboard took it.
  function copied(text) {
    if (!navigator.clipboard) {
      return Promise.resolve(false);
    }
    return navigator.clipboard.writeText(text).then(
      function () {
        return true;
      },
      function () {
        return false;
      }
    );
  }

  function saved(name, blob) {
    var anchor = element("a", "", "");
    anchor.href = URL.createObjectURL(blob);
    anchor.download = name;
    anchor.click();
    // The browser has taken what it needs of the address by then.
    setTimeout(function () {
      URL.revokeObjectURL(anchor.href);
    }, 60000);
  }

  function pictureOf(svg) {
    return new Blob([svg], { type: "image/svg+xml" });
  }

  // The picture in twice its size, or as large as browsers paint.
  function painted(svg) {
    var image = new Image(), address = URL.createObjectURL(pictureOf(svg));
    image.src = address;
    return image.decode().then(function () {
      var width = image.naturalWidth, height = image.naturalHeight;
      var scale = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
      var canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      return new Promise(function (resolve, reject) {
        canvas.toBlob(function (blob) {
          if (blob) {
            resolve(blob);
          } else {
            reject(new Error("it makes no picture of " + canvas.width + " × " + canvas.height + " pixels"));
          }
        });
      });
    });
  }

  function png(name, svg) {
    return painted(svg).then(
      function (blob) {
        saved(name, blob);
      },
      function (refusal) {
        tell("The picture was not made", ["This browser refuses: " + refusal.message + ".", "Save the picture as SVG instead. Most programs read it, and it stays sharp in any size."]);
      }
    );
  }

  function shared(fragment) {
    var link = location.href.split("#")[0] + fragment;
    return copied(link).then(function (isCopied) {
      var length = number(link.length) + " characters";
      var sentences = [
        isCopied ? "The link is on the clipboard: " + length + "." : "This browser does not let the page use the clipboard. Copy the link from here: " + length + ".",
        "The whole plan is in the link, as it is now. It is sent to no server; whoever has the link can read the plan."
      ];
      if (link.length > LONG) {
        sentences.push("Mail and chat programs cut links of more than " + number(LONG) + " characters. Send the plan’s file instead: “Save as file”, or a picture as SVG, which holds the plan too.");
      }
      if (location.protocol !== "https:" && /^(localhost|127\.|\[::1\])/.test(location.host)) {
        sentences.push("It leads to this computer. For others, put the planner on a host that they reach.");
      }
      tell("Link to this plan", sentences, link);
    });
  }

  // The report takes the page's place on paper.
  function printed(name, report) {
    document.querySelectorAll("#report").forEach(function (old) {
      old.remove();
    });
    var page = document.createElement("div"), title = document.title;
    page.id = "report";
    page.innerHTML = report;
    page.querySelector("time").textContent = new Date().toLocaleDateString("en", { dateStyle: "long" });
    // What can be opened on the screen stands open on paper.
    page.querySelectorAll("details").forEach(function (part) {
      part.open = true;
    });
    document.body.append(page);
    addEventListener(
      "afterprint",
      function () {
        page.remove();
        document.title = title;
      },
      { once: true }
    );
    // Files that are printed to are named by the title.
    document.title = name;
    window.print();
  }

  function bytesOf(signs) {
    var wrong = /[^A-Za-z0-9_-]/.exec(signs);
    if (wrong) {
      throw new Error("Its sign " + number(wrong.index + 1) + " is “" + wrong[0] + "”, which no link has.");
    }
    var damaged = "It is damaged or broken off: " + number(signs.length) + " signs arrived, and they do not fit together.";
    try {
      var letters = atob(signs.replace(/-/g, "+").replace(/_/g, "/"));
    } catch (refusal) {
      throw new Error(damaged);
    }
    var bytes = Uint8Array.from(letters, function (letter) {
      return letter.charCodeAt(0);
    });
    if (typeof DecompressionStream !== "function") {
      throw new Error("This browser is too old to unpack it. Use a current Chrome, Edge, Firefox or Safari.");
    }
    var reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    var parts = [], size = 0;
    function next() {
      return reader.read().then(
        function (part) {
          if (part.done) {
            return new Blob(parts);
          }
          parts.push(part.value);
          size += part.value.length;
          if (size > MOST_BYTES) {
            reader.cancel();
            throw new Error("It has more than " + number(MOST_BYTES) + " bytes, which is the most that a plan may have.");
          }
          return next();
        },
        function () {
          throw new Error(damaged);
        }
      );
    }
    return next();
  }

  function pageIsThere() {
    return new Promise(function (resolve) {
      var waiting = setInterval(function () {
        if (document.querySelector(".drawing")) {
          clearInterval(waiting);
          resolve();
        }
      }, 20);
    });
  }

  // The plan of the address is opened as a file is that is dropped on the page; so nothing is lost of what is open or kept.
  function linked() {
    var signs = location.hash.slice(MARK.length);
    history.replaceState(history.state, "", location.pathname + location.search);
    return pageIsThere()
      .then(function () {
        return bytesOf(signs);
      })
      .then(function (plan) {
        var brought = new DataTransfer();
        brought.items.add(new File([plan], "from a link"));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: brought, cancelable: true }));
      })
      .catch(function (problem) {
        tell("The plan of the link was not opened", [problem.message, "Copy the whole link again, or ask for the plan’s file. Your own plans are as they were."]);
      });
  }

  if (parcel === undefined) {
    linked();
    return;
  }
  var given = JSON.parse(parcel);
  if (given.kind === "svg") {
    saved(given.name, pictureOf(given.text));
  } else if (given.kind === "png") {
    png(given.name, given.text);
  } else if (given.kind === "link") {
    shared(given.text);
  } else {
    printed(given.name, given.text);
  }
})();
