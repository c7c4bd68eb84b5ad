// Applies the remembered look before the first paint, so that a dark screen never flashes white. The same keys are in ui/appearance.ts.
;(function () {
  var look = {}
  try {
    look = JSON.parse(localStorage.getItem('faire-ensemble:appearance') || '{}')
  } catch (_) {
    // A browser that keeps nothing gets the system's look.
  }
  var root = document.documentElement
  var dark =
    look.theme === 'dark' || (look.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  if (look.textSize && look.textSize !== 100) root.style.fontSize = look.textSize + '%'
  if (look.motion === 'reduced') root.dataset.motion = 'reduced'
})()
