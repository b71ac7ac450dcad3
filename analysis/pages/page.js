"use strict";
document.querySelectorAll("button[data-copy]").forEach(function (button) {
  button.hidden = false;
  button.addEventListener("click", function () {
    var box = document.createElement("textarea");
    box.value = button.dataset.copy;
    document.body.appendChild(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    button.focus();
    button.textContent = "copied";
  });
});
document.querySelectorAll("select[data-shows]").forEach(function (choice) {
  var parts = document.querySelectorAll(choice.dataset.shows);
  function show() { parts.forEach(function (part) { part.hidden = part.id !== choice.value; }); }
  choice.parentElement.hidden = false;
  function follow() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var part = place && place.closest(choice.dataset.shows);
    if (part) { choice.value = part.id; }
    show();
    if (part) { place.scrollIntoView({block: "center"}); }
  }
  choice.addEventListener("change", show);
  window.addEventListener("hashchange", follow);
  follow();
});
