import '@tavolo/web-ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

const place = document.getElementById('tavolo');
if (!place) throw new Error('index.html has no place for the application');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
