import { Controller, Get, Header } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { routesOf } from '../architecture/handlers.js';
import { Documented, Public, Reads } from '../declarations.js';
import { openApiDocument, type DocumentInfo, type OpenApiDocument } from './open-api.js';
import { documentationPage } from './page.js';

/** What the documentation says about the installation. */
export class DocumentationInfo implements DocumentInfo {
  constructor(
    readonly version: string,
    readonly publicUrl: string,
    readonly cookie: string,
  ) {}
}

@Controller('api')
export class DocumentationController {
  #document: OpenApiDocument | null = null;

  constructor(
    private readonly parts: ModuleRef,
    private readonly info: DocumentationInfo,
  ) {}

  @Get('openapi.json')
  @Public()
  @Reads('API documentation')
  @Documented({ summary: 'This documentation as an OpenAPI 3.1 document' })
  openApi(): OpenApiDocument {
    return (this.#document ??= openApiDocument(routesOf(this.parts), this.info));
  }

  @Get()
  @Public()
  @Reads('API documentation')
  @Documented({ summary: 'This documentation as a page' })
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return documentationPage(this.openApi());
  }
}
