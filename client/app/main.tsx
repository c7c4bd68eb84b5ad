// Starts the client: words, looks, page.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#client/app/App.tsx'
import { startI18n } from '#client/i18n/i18n.ts'
import '#client/ui/tokens.css'
import '#client/ui/components.css'
import '#client/ui/base.css'
import '#client/ui/pieces.css'
import '#client/features/home/home.css'
import '#client/features/join/join.css'
import '#client/features/people/people.css'
import '#client/routes/shell.css'
import '#client/routes/room.css'

startI18n()

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app element')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
