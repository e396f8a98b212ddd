import { route, tableParams } from '@tavolo/contracts';
import { z } from 'zod';
import { openApiDocument } from './open-api.js';

interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}
const tree: z.ZodType<Tree> = z.object({ name: z.string(), children: z.array(z.lazy(() => tree)) });

describe('the OpenAPI document', () => {
  const contract = route({
    method: 'POST',
    path: '/tables/{table}/trees',
    summary: 'Plant a tree',
    does: { act: 'proposal.drafted' },
    params: tableParams,
    body: tree,
    response: z.object({ tree, anything: z.json(), custom: z.custom<symbol>() }),
  });
  const found = {
    method: 'POST',
    path: '/api/v1/tables/{table}/trees',
    handler: 'TreesController.plant',
    declares: { performs: 'proposal.drafted', route: contract, summary: contract.summary },
  } as const;
  const document = openApiDocument([found], { version: '1', publicUrl: 'https://tavolo.example', cookie: 'tavolo' });

  it('has every reference it uses', () => {
    const used = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(used.length).toBeGreaterThan(2);
    expect(used.filter((reference) => !known.includes(reference ?? ''))).toEqual([]);
  });

  it('says what an operation does and who may call it', () => {
    expect(document.paths['/api/v1/tables/{table}/trees']?.post).toMatchObject({
      operationId: 'Trees_plant',
      tags: ['tables'],
      description: 'Act: `proposal.drafted`.',
      security: [{ session: [] }],
    });
  });
});
