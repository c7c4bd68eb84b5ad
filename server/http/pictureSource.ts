// Takes one picture out of a request: multipart from a form, or the bytes themselves. Nothing touches the disk.
import { buffer } from 'node:stream/consumers'
import busboy from 'busboy'
import type { Request } from 'express'
import { HttpProblem } from '#server/transport/httpProblem.ts'

/** Milliseconds for the whole upload: a line that trickles does not keep its place. */
const uploadTimeout = 60_000

/** Throws `HttpProblem`: 413 beyond `limit` bytes, 400 for a broken form, 415 for any other content. */
export function pictureSource(request: Request, limit: number): Promise<Uint8Array> {
  const type = request.headers['content-type'] ?? ''
  if (Number(request.headers['content-length'] ?? 0) > limit + 16_384)
    throw new HttpProblem('picture-too-large')
  if (/^multipart\/form-data\s*;/i.test(type)) return fromForm(request, limit)
  if (/^(image\/[\w.+-]+|application\/octet-stream)\s*(;|$)/i.test(type)) return collect(request, limit)
  throw /^multipart\//i.test(type) ? broken() : new HttpProblem('picture-type')
}

const broken = (): HttpProblem => new HttpProblem('bad-input', { status: 400 })

/** The first file of the form, whatever its field and its name say; other fields are not read. */
function fromForm(request: Request, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parser = parserOf(request, limit)
    let found: Promise<Uint8Array> | undefined
    const stop = (problem: HttpProblem): void => {
      clearTimeout(timer)
      request.unpipe(parser)
      request.resume()
      reject(problem)
    }
    const timer = setTimeout(() => stop(broken()), uploadTimeout)
    parser.on('file', (_field, file) => {
      // Without this listener a form that ends too soon ends the process.
      file.on('error', () => stop(broken()))
      file.on('limit', () => stop(new HttpProblem('picture-too-large')))
      if (found) return void file.resume()
      found = buffer(file)
      found.catch(() => stop(broken()))
    })
    for (const over of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      parser.on(over, () => stop(broken()))
    parser.on('error', () => stop(broken()))
    parser.on('close', () => {
      clearTimeout(timer)
      if (found) found.then(resolve, () => stop(broken()))
      else stop(broken())
    })
    request.on('aborted', () => stop(broken()))
    request.pipe(parser)
  })
}

function parserOf(request: Request, limit: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: {
        files: 1,
        fields: 20,
        parts: 30,
        fieldSize: 1024,
        fieldNameSize: 200,
        headerPairs: 50,
        fileSize: limit,
      },
    })
  } catch {
    throw broken()
  }
}

function collect(request: Request, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const stop = (problem: HttpProblem): void => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      request.resume()
      reject(problem)
    }
    const timer = setTimeout(() => stop(broken()), uploadTimeout)
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limit) return stop(new HttpProblem('picture-too-large'))
      chunks.push(chunk)
    })
    request.on('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
    request.on('error', () => stop(broken()))
  })
}
