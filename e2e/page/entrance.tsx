import { SignIn } from '@genkan/sign-in'
import { createRoot } from 'react-dom/client'
import '@genkan/sign-in/sign-in.css'

// The entrance with whatever configuration a journey asks for in the address: what the site is built with is fixed.
const configuration = JSON.parse(new URLSearchParams(location.search).get('configuration') ?? '{}')

const root = document.getElementById('root')
if (root) createRoot(root).render(<SignIn configuration={configuration} title="Genkan" />)
