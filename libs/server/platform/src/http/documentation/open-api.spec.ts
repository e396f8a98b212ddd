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

  it('has a path with its own body for each act that a path may name', () => {
    const acts = route({
      method: 'POST',
      path: '/trees/{tree}/acts/{act}',
      summary: 'Act on a tree',
      does: { act: 'named_in_path' },
      params: z.object({ tree: z.string(), act: z.string() }),
    });
    const bodies = {
      'vote.cast': z.object({ choice: z.enum(['yes', 'no']) }),
      'dissent.attached': z.object({ text: z.string() }),
    };
    const many = openApiDocument(
      [
        {
          method: 'POST',
          path: '/api/v1/trees/{tree}/acts/{act}',
          handler: 'TreesController.act',
          declares: { performs: 'named_in_path', route: acts, bodies: { parameter: 'act', bodies } },
        },
      ],
      { version: '1', publicUrl: 'https://tavolo.example', cookie: 'tavolo' },
    );
    expect(Object.keys(many.paths)).toEqual([
      '/api/v1/trees/{tree}/acts/vote.cast',
      '/api/v1/trees/{tree}/acts/dissent.attached',
    ]);
    expect(many.paths['/api/v1/trees/{tree}/acts/vote.cast']?.post).toMatchObject({
      operationId: 'Trees_act_vote.cast',
      description: 'Act: `vote.cast`.',
      parameters: [{ name: 'tree', in: 'path' }],
      requestBody: { content: { 'application/json': { schema: { required: ['choice'] } } } },
    });
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
