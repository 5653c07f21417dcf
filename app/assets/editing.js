// Writing: readers' view is shown beside the text, who else has it open is said, and so is a lost
// connection. What is typed is kept by keeping.js, which says so by "typed" and takes our words by
// "say". The page works without this.
(function () {
  "use strict";
  var writing = document.getElementById("writing");
  if (!(writing instanceof HTMLFormElement)) { return; }
  var form = writing;
  var others = document.getElementById("others");
  var token = valueOf("csrf_token");

  /** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement | null} */
  function control(name) { return form.querySelector("[name=" + name + "]"); }
  /** @param {string} name */
  function valueOf(name) { var found = control(name); return found ? found.value : ""; }
  /** @param {string} words */
  function say(words) { form.dispatchEvent(new CustomEvent("say", { detail: words })); }
  /**
   * @param {string | undefined} address
   * @param {Record<string, string>} values
   * @param {(answer: Response) => void} then
   */
  function post(address, values, then) {
    var body = new URLSearchParams(values);
    body.set("csrf_token", token);
    window.fetch(address || "", { method: "POST", body: body, credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? then(answer) : lost(answer.status); }, function () { lost(0); });
  }
  /** @param {number} status */
  function lost(status) {
    if (status === 0) { say("The connection is lost. What you type is kept in this browser."); }
    if (status === 400 || status === 403) { say("You are signed out. What you type is kept in this browser; sign in again in another tab, then save."); }
  }

  var body = control("field-body");
  var part = document.getElementById("preview-part");
  var preview = document.getElementById("preview");
  function show() {
    if (!body || !part || !preview) { return; }
    var whole = part, shown = preview;
    post(form.dataset.preview, { text: body.value }, function (answer) {
      answer.text().then(function (written) {
        whole.hidden = false;
        shown.innerHTML = written;
      });
    });
  }
  form.addEventListener("typed", show);
  show();

  function present() {
    if (document.hidden) { return; }
    post(form.dataset.present, { place: valueOf("place") }, function (answer) {
      answer.json().then(function (found) {
        var names = found.others.join(" and ");
        var words = names ? names + (found.others.length > 1 ? " have" : " has") + " this open too. Whoever saves second sees both texts." : "";
        if (others && others.textContent !== words) { others.textContent = words; }
      });
    });
  }
  present();
  window.setInterval(present, 30000);
  document.addEventListener("visibilitychange", present);
})();
