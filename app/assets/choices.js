// A choice in a form of choices shows at once: the page at the form's address is asked for and put in
// place of this one, while the control that was used keeps its focus. Without this script, or before it
// has come, the form is sent as any other.
(function () {
  "use strict";
  /** @typedef {HTMLInputElement | HTMLSelectElement} Control */
  var main = document.getElementById("main");
  if (!main) { return; }
  var page = main;
  /** @type {AbortController | null} */
  var waiting = null;
  var shown = here();
  function here() { return window.location.pathname + window.location.search; }

  /** @param {Element} within @param {string} what @returns {HTMLElement[]} */
  function all(within, what) { return Array.prototype.slice.call(within.querySelectorAll(what)); }
  /** @param {HTMLFormElement} form @returns {Control[]} */
  function controls(form) {
    return Array.prototype.filter.call(form.elements, function (control) { return control.name && /^(INPUT|SELECT)$/.test(control.tagName); });
  }
  /** @param {EventTarget | null} target @returns {HTMLFormElement | null} */
  function formOf(target) {
    var form = target instanceof Element ? target.closest("form[data-at-once]") : null;
    return form instanceof HTMLFormElement ? form : null;
  }

  // The address leaves out what is empty or usual, and boxes of which all are ticked.
  /** @param {HTMLFormElement} form */
  function addressOf(form) {
    var query = new URLSearchParams();
    controls(form).forEach(function (control) {
      var box = control.type === "checkbox";
      if (control.value && control.value !== usual(control) && (!box || isTicked(control) && !areAllTicked(form, control.name))) {
        query.append(control.name, control.value);
      }
    });
    var path = new URL(form.action).pathname;
    return query.toString() ? path + "?" + query : path;
  }
  /** @param {Control} control */
  function usual(control) {
    var around = control.closest("[data-usual]");
    return around instanceof HTMLElement ? around.dataset.usual : "";
  }
  /** @param {Control} control */
  function isTicked(control) { return control instanceof HTMLInputElement && control.checked; }
  /** @param {HTMLFormElement} form @param {string} name */
  function areAllTicked(form, name) {
    return controls(form).every(function (control) { return control.name !== name || isTicked(control); });
  }

  /** @param {HTMLFormElement} form */
  function choose(form) {
    var address = addressOf(form);
    if (address === here()) { return; }
    window.history.pushState(null, "", address);
    show(false);
  }
  // What cannot be put in place is opened as a page of its own: an error, another page, a lost connection.
  /** @param {boolean} again whether it is an address that was left: then what was typed since gives way */
  function show(again) {
    shown = here();
    if (waiting) { waiting.abort(); }
    var asked = waiting = new AbortController();
    page.setAttribute("aria-busy", "true");
    window.fetch(shown, { credentials: "same-origin", signal: asked.signal }).then(function (answer) {
      if (!answer.ok || answer.redirected) { throw new Error(); }
      return answer.text();
    }).then(function (text) {
      var answer = new DOMParser().parseFromString(text, "text/html");
      var next = answer.getElementById("main");
      if (!next) { throw new Error(); }
      document.title = answer.title;
      put(next, again);
      page.removeAttribute("aria-busy");
      page.dispatchEvent(new Event("shown"));
    }).catch(function () {
      if (!asked.signal.aborted) { window.location.reload(); }
    });
  }

  // Everything is replaced but the control in use with what it lies in, and the lines that are read out.
  /** @param {HTMLElement} next @param {boolean} again */
  function put(next, again) {
    var used = page.contains(document.activeElement) && document.activeElement !== page ? document.activeElement : null;
    var top = used ? used.getBoundingClientRect().top : 0;
    var opened = all(page, "details").map(function (fold) { return fold.hasAttribute("open"); });
    var folds = all(next, "details");
    if (folds.length === opened.length) { folds.forEach(function (fold, n) { fold.toggleAttribute("open", opened[n]); }); }
    keepWhatIsReadOut(next);
    replace(page, next, used, again);
    if (used && used.isConnected) { window.scrollBy(0, used.getBoundingClientRect().top - top); }
  }
  /** @param {HTMLElement} next */
  function keepWhatIsReadOut(next) {
    var lines = all(page, "[role=status]");
    all(next, "[role=status]").forEach(function (line, n) {
      var old = lines[n];
      if (!old || old.className !== line.className) { return; }
      old.replaceChildren.apply(old, Array.prototype.slice.call(line.childNodes));
      line.replaceWith(old);
    });
  }
  /** @param {Element} old @param {Element} next @param {Element | null} used @param {boolean} again */
  function replace(old, next, used, again) {
    var kept = used && child(old, used);
    var same = kept && counterpart(old, next, kept);
    if (!kept || !same) {
      old.replaceChildren.apply(old, Array.prototype.slice.call(next.childNodes));
      return;
    }
    if (kept === used) { update(kept, same, again); } else { replace(kept, same, used, again); }
    describe(kept, same);
    around(kept, old, same, next);
  }
  /** @param {Element} old @param {Element} used @returns {Element | null} */
  function child(old, used) {
    return Array.prototype.filter.call(old.children, function (one) { return one.contains(used); })[0] || null;
  }
  // The part of the new page that stands for the one that is kept: of its kind, at its place among them.
  /** @param {Element} old @param {Element} next @param {Element} kept @returns {Element | null} */
  function counterpart(old, next, kept) {
    /** @param {Element} one */
    function alike(one) { return one.tagName === kept.tagName && one.id === kept.id && one.className === kept.className; }
    var place = Array.prototype.filter.call(old.children, alike).indexOf(kept);
    return Array.prototype.filter.call(next.children, alike)[place] || null;
  }
  /** @param {Element} kept @param {Element} old @param {Element} same @param {Element} next */
  function around(kept, old, same, next) {
    var parts = Array.prototype.slice.call(next.childNodes);
    var at = parts.indexOf(same);
    Array.prototype.slice.call(old.childNodes).forEach(function (part) { if (part !== kept) { part.remove(); } });
    kept.before.apply(kept, parts.slice(0, at));
    kept.after.apply(kept, parts.slice(at + 1));
  }
  /** @param {Element} kept @param {Element} same */
  function describe(kept, same) {
    Array.prototype.forEach.call(same.attributes, function (one) {
      if (kept.getAttribute(one.name) !== one.value) { kept.setAttribute(one.name, one.value); }
    });
  }
  /** @param {Element} control @param {Element} same @param {boolean} again */
  function update(control, same, again) {
    if (control instanceof HTMLInputElement && same instanceof HTMLInputElement) {
      control.checked = same.checked;
      if (again) { control.value = same.value; }
      return;
    }
    if (control.innerHTML !== same.innerHTML) { control.innerHTML = same.innerHTML; }
    if (control instanceof HTMLSelectElement && same instanceof HTMLSelectElement) { control.value = same.value; }
  }

  page.addEventListener("change", function (event) {
    var form = formOf(event.target);
    if (form) { choose(form); }
  });
  page.addEventListener("submit", function (event) {
    var form = formOf(event.target);
    if (form) { event.preventDefault(); choose(form); }
  });
  // a leap within the page, as to the content, is no other address
  window.addEventListener("popstate", function () { if (here() !== shown) { show(true); } });
  // a choice made before this script came is carried out now
  all(page, "form[data-at-once]").forEach(function (form) {
    if (form instanceof HTMLFormElement && controls(form).some(wasChanged)) { choose(form); }
  });
  /** @param {Control} control */
  function wasChanged(control) {
    if (control instanceof HTMLInputElement) {
      return control.type === "checkbox" ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
    }
    var first = Array.prototype.filter.call(control.options, function (option) { return option.defaultSelected; })[0] || control.options[0];
    return Boolean(first) && control.value !== first.value;
  }
  document.documentElement.dataset.ready = "yes";
})();
