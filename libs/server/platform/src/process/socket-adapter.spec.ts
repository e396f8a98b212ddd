import { jest } from '@jest/globals';
import { Module, type INestApplication, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { guardedParser } from '@tavolo/collaboration/room';
import { io, type Socket } from 'socket.io-client';
import * as msgpack from 'socket.io-msgpack-parser';
import { ClientAddresses } from '../http/client-addresses.js';
import { Origins } from '../http/origins.js';
import { MemoryRateLimiter } from '../http/rate-limiter.js';
import { SocketDoor } from '../live/socket-door.js';
import { SocketAdapter } from './socket-adapter.js';

jest.setTimeout(30_000);

@WebSocketGateway({ namespace: '/echo' })
class EchoGateway {
  @SubscribeMessage('say')
  say(@MessageBody() bytes: ArrayBuffer): number {
    return new Uint8Array(bytes).length;
  }
}

@Module({ providers: [EchoGateway] })
class EchoModule {}

describe('sockets', () => {
  let app: INestApplication;
  let port: number;
  const sockets: Socket[] = [];
  const door = new SocketDoor(new ClientAddresses({ hops: 1 }), new MemoryRateLimiter());

  beforeAll(async () => {
    const quiet: Pick<NestApplicationOptions, 'logger' | 'forceCloseConnections'> = {
      logger: false,
      forceCloseConnections: true,
    };
    app = await NestFactory.create(EchoModule, quiet);
    app.useWebSocketAdapter(
      new SocketAdapter(app, new Origins('https://tavolo.example.org', false), guardedParser, door),
    );
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await app.close();
  });

  const connect = (origin: string | undefined, from = '198.51.100.1'): Promise<Socket> => {
    const socket = io(`http://127.0.0.1:${port}/echo`, {
      transports: ['websocket'],
      parser: msgpack,
      reconnection: false,
      forceNew: true,
      extraHeaders: { 'x-forwarded-for': from, ...(origin !== undefined && { origin }) },
    });
    sockets.push(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  };

  it('carry packed bytes both ways', async () => {
    const socket = await connect('https://tavolo.example.org');
    expect(await socket.emitWithAck('say', new Uint8Array(200_000))).toBe(200_000);
  });

  it.each(['https://evil.example', undefined])('are refused to a page of %s', async (origin) => {
    await expect(connect(origin)).rejects.toThrow();
  });

  it('are closed by a message that is too large', async () => {
    const socket = await connect('https://tavolo.example.org');
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit('say', new Uint8Array(400_000));
    expect(await closed).toMatch(/transport/);
  });

  it.each([
    ['an array of four thousand million values', [0xdd, 0xff, 0xff, 0xff, 0xff]],
    ['bytes that do not follow', [0xc6, 0xff, 0xff, 0xff, 0xff]],
    ['a hundred lists in one another', Array.from({ length: 100 }, () => 0x91)],
    ['a kind of value that does not exist', [0xc1]],
  ])('close for whoever claims %s, and stay open for everybody else', async (_claim, bytes) => {
    const hostile = await connect('https://tavolo.example.org');
    const honest = await connect('https://tavolo.example.org');
    const closed = new Promise((resolve) => hostile.once('disconnect', resolve));
    hostile.io.engine.write(Uint8Array.from(bytes).buffer);
    expect(await closed).toMatch(/transport|server/);
    expect(await honest.emitWithAck('say', new Uint8Array(3))).toBe(3);
    expect(honest.connected).toBe(true);
  });

  it('are not offered as polling', async () => {
    const headers = { origin: 'https://tavolo.example.org' };
    const response = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, { headers });
    expect(response.status).toBe(400);
  });

  it('are refused to an address that has three hundred open for visitors, until one of them is closed', async () => {
    const page = 'https://tavolo.example.org';
    const caller = { socket: {}, headers: { 'x-forwarded-for': '198.51.100.7' } };
    const socket = await connect(page, '198.51.100.7');
    for (let open = 1; open < 300; open++) door.opened(caller);
    await expect(connect(page, '198.51.100.7')).rejects.toThrow();
    await connect(page, '198.51.100.8');
    socket.disconnect();
    // The server learns of it a moment later.
    while (!(await door.admits(caller))) await new Promise(setImmediate);
    await connect(page, '198.51.100.7');
  });
});
