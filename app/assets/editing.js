// Writing: what is typed is kept in this browser until it is saved, readers' view is shown beside
// it, and who else has the text open is said. The page works without this.
(function () {
  "use strict";
  var form = document.getElementById("writing");
  if (!form) { return; }
  var where = "compendium:" + form.dataset.keep;
  var kept = document.getElementById("kept");
  var others = document.getElementById("others");
  var token = form.querySelector("[name=csrf_token]").value;
  var fields = Array.prototype.filter.call(form.elements, function (each) {
    return /^field-/.test(each.name);
  });
  function same(text) { return String(text).replace(/\r/g, "").split("\n").map(function (line) { return line.trimEnd(); }).join("\n").trim(); }
  function now() {
    var values = {};
    fields.forEach(function (each) { values[each.name] = each.value; });
    return values;
  }
  function differs(one, other) {
    return fields.some(function (each) { return same(one[each.name]) !== same(other[each.name]); });
  }
  function read() { try { return JSON.parse(window.localStorage.getItem(where)); } catch (problem) { return null; } }
  function keep(values) {
    try {
      window.localStorage.setItem(where, JSON.stringify({ at: new Date().toISOString(), read: revision.value, values: values }));
      return true;
    } catch (problem) { return false; }
  }
  function forget() { try { window.localStorage.removeItem(where); } catch (problem) { /* nothing was kept */ } }
  function say(words) { kept.textContent = words; }
  function clock(when) { return new Date(when).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }); }

  var revision = form.querySelector("[name=read]");
  var began = now();
  var before = read();
  if (form.dataset.refused) {
    keep(began);
    say("Not saved yet. Kept in this browser.");
  } else if (before && differs(before.values, began)) { offer(before); } else { forget(); say("Nothing has been changed yet."); }

  function offer(found) {
    say("You typed something here that was not saved (" + new Date(found.at).toLocaleString("en-GB") + "). ");
    button("Put it back", function () {
      fields.forEach(function (each) { each.value = found.values[each.name]; });
      // the text was typed on that revision: where a newer one stands, the save shows both
      if (found.read) { revision.value = found.read; }
      say("Put back. Not saved yet.");
      show();
    });
    button("Throw it away", function () { forget(); say("Thrown away. Nothing has been changed yet."); });
  }
  function button(words, act) {
    var made = document.createElement("button");
    made.type = "button"; made.className = "quiet"; made.textContent = words;
    made.addEventListener("click", act);
    kept.appendChild(made);
    kept.appendChild(document.createTextNode(" "));
  }

  var waiting = null;
  form.addEventListener("input", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(typed, 400);
  });
  window.addEventListener("pagehide", function () { if (waiting !== null && differs(now(), began)) { keep(now()); } });
  form.addEventListener("submit", function () {
    window.clearTimeout(waiting);
    if (differs(now(), began)) { keep(now()); }
  });
  function typed() {
    waiting = null;
    var values = now();
    if (!differs(values, began)) { forget(); say("Nothing has been changed yet."); } else {
      say(keep(values) ? "Not saved yet. Kept in this browser at " + clock(Date.now()) + "." : "Not saved yet.");
    }
    show();
  }

  function post(address, values, then) {
    var body = new URLSearchParams(values);
    body.set("csrf_token", token);
    window.fetch(address, { method: "POST", body: body, credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? then(answer) : lost(answer.status); }, function () { lost(0); });
  }
  function lost(status) {
    if (status === 0) { say("The connection is lost. What you type is kept in this browser."); }
    if (status === 400 || status === 403) { say("You are signed out. What you type is kept in this browser; sign in again in another tab, then save."); }
  }

  var body = form.querySelector("[name=field-body]");
  var part = document.getElementById("preview-part");
  function show() {
    if (!body || !part) { return; }
    post(form.dataset.preview, { text: body.value }, function (answer) {
      answer.text().then(function (written) {
        part.hidden = false;
        document.getElementById("preview").innerHTML = written;
      });
    });
  }
  show();

  function present() {
    if (document.hidden) { return; }
    post(form.dataset.present, { place: form.querySelector("[name=place]").value }, function (answer) {
      answer.json().then(function (found) {
        var names = found.others.join(" and ");
        var words = names ? names + (found.others.length > 1 ? " have" : " has") + " this open too. Whoever saves second sees both texts." : "";
        if (others.textContent !== words) { others.textContent = words; }
      });
    });
  }
  present();
  window.setInterval(present, 30000);
  document.addEventListener("visibilitychange", present);
})();
