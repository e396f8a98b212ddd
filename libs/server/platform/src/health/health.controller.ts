import { healthSchema, type Health } from '@tavolo/contracts';
import { Controller, Get, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Documented, Public, Reads } from '../http/declarations.js';
import { HealthReader } from './health.js';

@Controller()
export class HealthController {
  constructor(private readonly health: HealthReader) {}

  @Get('health')
  @Public()
  @Reads('health')
  @Documented({ summary: 'Whether the server can do its work; 503 when not', response: healthSchema })
  async read(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.health.read();
    response.status(health.status === 'ok' ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return health;
  }
}
