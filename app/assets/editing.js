// Writing: readers' view is shown beside the text, who else has it open is said, and so is a lost
// connection. What is typed is kept by keeping.js, which says so by "typed" and takes our words by
// "say". The page works without this.
(function () {
  "use strict";
  var form = document.getElementById("writing");
  if (!form) { return; }
  var others = document.getElementById("others");
  var token = form.querySelector("[name=csrf_token]").value;

  function say(words) { form.dispatchEvent(new CustomEvent("say", { detail: words })); }
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
  form.addEventListener("typed", show);
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
