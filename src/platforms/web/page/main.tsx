import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/theme.css';
import './styles/layout.css';
import './styles/reply.css';
import './styles/markdown.css';
import './styles/preview.css';

const root = document.querySelector('#root');
const name = document.querySelector<HTMLMetaElement>('meta[name="application-name"]');

if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App title={name?.content ?? ''} />
    </StrictMode>,
  );
}
