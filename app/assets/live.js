// The page was readable before Dash began. When Dash has drawn the same page with its charts and
// live parts, that takes the first one's place: the reader keeps their place and their focus.
(function () {
  "use strict";
  var first = document.getElementById("reading");
  var live = document.getElementById("react-entry-point");
  if (!first || !live) { return; }
  function swap() {
    var focused = document.activeElement && first.contains(document.activeElement) ? document.activeElement : null;
    var id = focused && focused.id;
    var href = focused && focused.getAttribute("href");
    var opened = Array.prototype.map.call(first.querySelectorAll("details"), function (each) { return each.open; });
    var y = window.scrollY;
    first.remove();
    live.hidden = false;
    Array.prototype.forEach.call(live.querySelectorAll("details"), function (each, n) { each.open = opened[n]; });
    window.scrollTo(0, y);
    var again = id ? document.getElementById(id) : href ? live.querySelector('a[href="' + CSS.escape(href) + '"]') : null;
    if (again) { again.focus({ preventScroll: true }); }
    document.documentElement.dataset.live = "yes";
    window.dispatchEvent(new Event("resize"));
  }
  var watching = new MutationObserver(function () {
    if (live.querySelector("main")) { watching.disconnect(); window.requestAnimationFrame(swap); }
  });
  watching.observe(live, { childList: true, subtree: true });
})();
