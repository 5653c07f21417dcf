// Keeping: what is typed into a form is kept in this browser until it has arrived, and offered again
// where it has not. A form names in data-keep whose it is and what it is about; the key it carries
// tells one filling in from another, and data-done names the keys of those that arrived. Values are
// kept by the names of their controls; what is hidden is not. The page works without this.
(function () {
  "use strict";
  /** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */
  /** @typedef {Record<string, string[]>} Values */
  /** @typedef {{ name: string, at: string, carried: Record<string, string>, values: Values }} Kept */
  var OURS = "compendium:";
  var CARRIED = ["read", "version", "digest"];
  var NOT_FILLED_IN = /^(hidden|submit|button|reset|image|file|password)$/;

  // Where a browser keeps nothing, as some private windows do, nothing is found and nothing breaks.
  function names() { try { return Object.keys(window.localStorage); } catch { return []; } }
  /** @param {string} name */
  function fetched(name) { try { return JSON.parse(window.localStorage.getItem(name) || "null"); } catch { return null; } }
  /** @param {string} name @param {object} record */
  function put(name, record) {
    try { window.localStorage.setItem(name, JSON.stringify(record)); return true; } catch { return false; }
  }
  /** @param {string} name */
  function drop(name) { try { window.localStorage.removeItem(name); } catch { /* nothing was kept */ } }
  /** @param {string} name */
  function keyIn(name) { return name.slice(name.lastIndexOf("#") + 1); }

  var script = document.currentScript;
  var done = (script && script.dataset.done || "").split(" ").filter(Boolean);
  names().forEach(function (name) {
    if (name.indexOf(OURS) === 0 && done.indexOf(keyIn(name)) >= 0) { drop(name); }
  });

  /** @param {Field} each @returns {each is HTMLInputElement} */
  function isTicked(each) { return each.type === "checkbox" || each.type === "radio"; }
  /** @param {Field} each @returns {each is HTMLSelectElement} */
  function isList(each) { return "options" in each; }
  /** @param {Field} each @returns {string[]} */
  function held(each) { return isTicked(each) && !each.checked ? [] : [each.value]; }
  /** @param {Field} each @returns {string[]} */
  function asItCame(each) {
    if (isTicked(each)) { return each.defaultChecked ? [each.value] : []; }
    if (!isList(each)) { return [each.defaultValue]; }
    /** @type {HTMLOptionElement[]} */
    var options = Array.prototype.slice.call(each.options);
    return options.filter(function (one) { return one.defaultSelected; }).concat(options).slice(0, 1).map(function (one) { return one.value; });
  }
  /** @param {Field[]} fields @param {(each: Field) => string[]} of */
  function collected(fields, of) {
    /** @type {Values} */
    var values = {};
    fields.forEach(function (each) { values[each.name] = (values[each.name] || []).concat(of(each)); });
    return values;
  }
  /** @param {string} text */
  function same(text) { return String(text).replace(/\r/g, "").split("\n").map(function (line) { return line.trimEnd(); }).join("\n").trim(); }
  /** @param {string[] | undefined} texts */
  // deno-lint-ignore no-control-regex -- no text that is typed holds it
  function together(texts) { return (texts || []).map(same).join("\u0000").replace(/\u0000+$/, ""); }

  /** @param {Field[]} fields @param {Values} values */
  function fill(fields, values) {
    /** @type {Values} */
    var left = {};
    fields.forEach(function (each, at) {
      var texts = left[each.name] = left[each.name] || (values[each.name] || []).slice();
      if (isTicked(each)) { tick(each, texts.indexOf(each.value) >= 0); return; }
      if (!texts.length) { return; }
      var last = fields.slice(at + 1).every(function (other) { return other.name !== each.name; });
      // where there are fewer boxes now, the last one takes what the others held
      set(each, last ? texts.filter(function (text, place) { return place === 0 || text; }).join("\n\n") : texts.shift() || "");
    });
  }
  /** @param {HTMLInputElement} each @param {boolean} on */
  function tick(each, on) {
    each.checked = on;
    var folded = on ? each.closest("details") : null;
    while (folded) {
      folded.open = true;
      folded = folded.parentElement && folded.parentElement.closest("details");
    }
  }
  /** @param {Field} each @param {string} text */
  function set(each, text) {
    var fits = !isList(each) || Array.prototype.some.call(each.options, function (one) { return one.value === text; });
    if (fits) { each.value = text; }
  }

  /** @param {HTMLFormElement} form */
  function attend(form) {
    var told = form.querySelector(".kept");
    /** @type {Field[]} */
    var fields = Array.prototype.filter.call(form.elements, function (each) {
      return each.name && /^(INPUT|SELECT|TEXTAREA)$/.test(each.tagName) && !NOT_FILLED_IN.test(each.type);
    });
    if (!told || !fields.length) { return; }
    var key = hidden("key");
    var where = OURS + form.dataset.keep + "#";
    var began = collected(fields, asItCame);
    var words = told.appendChild(document.createElement("span"));
    var offered = told.appendChild(document.createElement("span"));
    var waiting = 0;
    var unsent = false;

    /** @param {string} name @returns {{ value: string }} */
    function hidden(name) {
      var found = form.querySelector("input[type=hidden][name=" + name + "]");
      return found instanceof HTMLInputElement ? found : { value: "" };
    }
    function own() { return where + key.value; }
    function now() { return collected(fields, held); }
    /** @param {Values} one @param {Values} other */
    function differs(one, other) {
      return fields.some(function (each) { return together(one[each.name]) !== together(other[each.name]); });
    }
    function isClean() { return !form.dataset.refused && !differs(now(), began); }
    /** @param {string} text */
    function say(text) { words.textContent = text + " "; }
    function unchanged() { return form.dataset.unchanged || ""; }
    function clock() { return new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }); }
    function keep() {
      /** @type {Record<string, string>} */
      var carried = {};
      CARRIED.forEach(function (name) { carried[name] = hidden(name).value; });
      return put(own(), { at: new Date().toISOString(), carried: carried, values: now() });
    }
    /** @returns {Kept[]} */
    function records() {
      return names().filter(function (name) { return name.indexOf(where) === 0; }).map(function (name) {
        var found = fetched(name) || {};
        return { name: name, at: found.at, carried: found.carried || {}, values: found.values };
      }).filter(function (each) { return each.values; }).sort(function (one, other) { return one.at < other.at ? 1 : -1; });
    }

    /** @param {Kept} record */
    function since(record) {
      if ((record.carried.digest || "") !== hidden("digest").value) { return " What it is about was changed since: read that again first."; }
      return record.carried.version !== hidden("version").value ? " The edition has moved on since." : "";
    }
    function offer() {
      var present = now();
      var found = records().filter(function (each) { return differs(each.values, present); })[0];
      offered.textContent = "";
      if (!found) { return; }
      offered.textContent = "You typed something here that was not saved (" + new Date(found.at).toLocaleString("en-GB") + ")." + since(found) + " ";
      button("Put it back", function () { putBack(found); });
      button("Throw it away", function () {
        drop(found.name);
        say("Thrown away. " + (isClean() ? unchanged() : ""));
      });
    }
    /** @param {Kept} record */
    function putBack(record) {
      fill(fields, record.values);
      // it goes on as what was begun then, so that it is not taken twice if it had arrived after all
      key.value = keyIn(record.name);
      // the text was typed on that revision: where a newer one stands, the save shows both
      if (record.carried.read) { hidden("read").value = record.carried.read; }
      say("Put back. Not saved yet." + since(record));
      form.dispatchEvent(new Event("typed"));
    }
    /** @param {string} text @param {() => void} act */
    function button(text, act) {
      var made = document.createElement("button");
      made.type = "button"; made.className = "quiet"; made.textContent = text;
      made.addEventListener("click", function () {
        if (!isClean()) { keep(); }
        act();
        offer();
        (offered.querySelector("button") || fields[0]).focus();
      });
      offered.appendChild(made);
      offered.appendChild(document.createTextNode(" "));
    }

    function typed() {
      waiting = 0;
      if (isClean()) { drop(own()); say(unchanged()); } else {
        say(keep() ? "Not saved yet. Kept in this browser at " + clock() + "." : "Not saved yet.");
      }
      form.dispatchEvent(new Event("typed"));
    }
    form.addEventListener("input", function () {
      unsent = true;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(typed, 400);
    });
    form.addEventListener("submit", function () {
      unsent = false;
      window.clearTimeout(waiting);
      if (!isClean()) { keep(); }
    });
    // a browser that goes back, or opens its tabs again, has filled in by then what it fills in
    window.addEventListener("pageshow", function (shown) { if (!shown.persisted) { begin(); } });
    window.addEventListener("pagehide", function () { if (unsent && !isClean()) { keep(); } });
    form.addEventListener("say", function (word) { if (word instanceof CustomEvent) { say(word.detail); } });

    function begin() {
      if (form.dataset.refused) {
        say(keep() ? "Not saved yet. Kept in this browser." : "Not saved yet.");
      } else if (!unsent) {
        say(unchanged());
        records().forEach(function (each) { if (!differs(each.values, began)) { drop(each.name); } });
        goOn();
      }
      offer();
    }
    // the same page once more, or one that the browser has filled in again, goes on where it was
    function goOn() {
      var clean = isClean(), present = now();
      var mine = records().filter(function (each) { return clean ? each.name === own() : !differs(each.values, present); })[0];
      // what was typed before this script came is kept from now on
      if (mine) { putBack(mine); } else if (!clean) { typed(); }
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll("form[data-keep]"), attend);
})();
