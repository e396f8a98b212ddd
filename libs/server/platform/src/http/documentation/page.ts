import { type OpenApiDocument, type Operation, type Schema } from './open-api.js';

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  details { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: .4rem; margin: .5rem 0; padding: .5rem .8rem; }
  summary { cursor: pointer; }
  summary:focus-visible, a:focus-visible { outline: 3px solid #0b6; outline-offset: 2px; }
  code, pre { font: .9em ui-monospace, monospace; }
  pre { overflow-x: auto; padding: .6rem; background: color-mix(in srgb, currentColor 8%, transparent); border-radius: .3rem; }
  code { overflow-wrap: anywhere; }
  .method { font-weight: 700; display: inline-block; min-width: 4.5em; }
  table { display: block; overflow-x: auto; border-collapse: collapse; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }`;

/** A page that shows the document to a reader, without scripts and without anything from elsewhere. */
export function documentationPage(document: OpenApiDocument): string {
  const groups = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const [group = 'server'] = operation.tags;
      groups.set(group, [...(groups.get(group) ?? []), section(method.toUpperCase(), path, operation)]);
    }
  }
  const body = [...groups].map(([name, sections]) => `<h2>${escaped(name)}</h2>${sections.join('')}`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(document.info.title)} API</title><style>${style}</style></head>
<body><main><h1>${escaped(document.info.title)} API <small>${escaped(document.info.version)}</small></h1>
<p>${escaped(document.info.description)}</p>
<p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a></p>
${body}</main></body></html>
`;
}

function section(method: string, path: string, operation: Operation): string {
  const { summary, description, parameters, requestBody, responses, security } = operation;
  const access = security.length > 1 ? 'Also for visitors.' : 'Needs a session.';
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${place}${required ? ', required' : ''}</td><td><code>${escaped(brief(schema))}</code></td></tr>`,
  );
  const table = rows.length > 0 ? `<table><caption>Parameters</caption><tbody>${rows.join('')}</tbody></table>` : '';
  return `<details id="${escaped(operation.operationId)}"><summary><span class="method">${method}</span> <code>${escaped(path)}</code> ${escaped(summary)}</summary>
<p>${escaped(description)} ${access}</p>${table}
${block('Request', requestBody?.content['application/json']?.schema)}${block('Answer', responses['200']?.content?.['application/json']?.schema)}</details>`;
}

function block(title: string, schema: Schema | undefined): string {
  return schema ? `<h3>${title}</h3><pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre>` : '';
}

function brief({ type, enum: values }: Schema): string {
  if (Array.isArray(values)) return values.map(String).join(' | ');
  return typeof type === 'string' ? type : 'any';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
