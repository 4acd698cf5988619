import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import type { ModelFiles } from './models.ts'

/** What is used of the objects that the WebAssembly module makes; each lives until `delete`. */
interface Held {
  delete(): void
}
interface Memory extends Held {
  getByteArrayView(): Int8Array
}
interface List<T> extends Held {
  push_back(one: T): void
}
type Model = Held
interface Responses extends Held {
  get(i: number): { getTranslatedText(): string }
}
interface Service {
  translate(model: Model, texts: List<string>, options: List<object>): Responses
}
interface Module {
  asm: Record<string, (...numbers: number[]) => number>
  HEAP8: Int8Array
  AlignedMemory: new (bytes: number, alignment: number) => Memory
  AlignedMemoryList: new () => List<Memory>
  VectorString: new () => List<string>
  VectorResponseOptions: new () => List<object>
  TranslationModel: new (config: string, model: Memory, shortlist: Memory, vocabularies: List<Memory>, quality: null) => Model
  BlockingService: new (options: { cacheSize: number }) => Service
}

export interface Bergamot {
  /** Throws what Marian says of files that it cannot use; nothing works after that. */
  load(files: ModelFiles): Model
  translate(model: Model, texts: readonly string[]): string[]
  /** Bytes of its memory: it grows and never shrinks. */
  memory(): number
}

/** The module wants its matrix multiplication from outside and brings one of its own. */
const MULTIPLICATION = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
}

/** Of what it says of a fault. */
const MOST_LINES = 5

/** As Firefox runs these models. */
const configOf = (precision: ModelFiles['precision']): string => `beam-size: 1
normalize: 1.0
word-penalty: 0
cpu-threads: 0
gemm-precision: ${precision}
skip-cost: true
alignment: soft
quiet: true
quiet-translation: true
max-length-break: 128
mini-batch-words: 1024
workspace: 128
max-length-factor: 2.0
`

/**
 * Starts Bergamot in this process, which should have nothing else to do. The package's own worker does not start under Node: it is written
 * as CommonJS in a package of modules. So its two halves, script and WebAssembly, are put together here.
 */
export async function openBergamot(): Promise<Bergamot> {
  const { resolve } = createRequire(import.meta.url)
  const part = (name: string) => resolve(`@browsermt/bergamot-translator/worker/bergamot-translator-worker.${name}`)
  const binary = readFileSync(part('wasm'))
  const lastWords: string[] = []
  const module = await new Promise<Module>((ready, reject) => {
    const made = {
      print: () => {},
      printErr(line: string) {
        lastWords.push(line)
        if (lastWords.length > MOST_LINES) lastWords.shift()
      },
      onAbort: (reason: unknown) => reject(new Error(`Bergamot did not start: ${reason}`)),
      onRuntimeInitialized: () => ready(made as unknown as Module),
      instantiateWasm(imports: WebAssembly.Imports, accept: (instance: WebAssembly.Instance) => void) {
        const multiplication = Object.entries(MULTIPLICATION).map(([name, own]) => [
          name,
          (...numbers: number[]) => (made as unknown as Module).asm[own]?.(...numbers),
        ])
        WebAssembly.instantiate(binary, { ...imports, wasm_gemm: Object.fromEntries(multiplication) }).then(({ instance }) => accept(instance), reject)
        return {}
      },
    }
    Object.assign(globalThis, { Module: made })
    runInThisContext(readFileSync(part('js'), 'utf8'))
  })
  const service = new module.BlockingService({ cacheSize: 0 })
  const explained = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw new Error([...lastWords, String(error)].join(' '))
    }
  }
  const translate = (model: Model, texts: readonly string[]) => explained(() => translateAll(module, service, model, texts))
  return {
    load(files) {
      const model = explained(() => loadModel(module, files))
      // The network is built with the first text.
      translate(model, ['1'])
      return model
    },
    translate,
    memory: () => module.HEAP8.length,
  }
}

function loadModel(module: Module, { model, shortlist, vocabularies, precision }: ModelFiles): Model {
  const inMemory = (path: string, alignment: number): Memory => {
    const bytes = readFileSync(path)
    const memory = new module.AlignedMemory(bytes.byteLength, alignment)
    memory.getByteArrayView().set(bytes)
    return memory
  }
  const words = new module.AlignedMemoryList()
  for (const path of vocabularies) words.push_back(inMemory(path, 64))
  return new module.TranslationModel(configOf(precision), inMemory(model, 256), inMemory(shortlist, 64), words, null)
}

function translateAll(module: Module, service: Service, model: Model, texts: readonly string[]): string[] {
  const lines = new module.VectorString()
  const options = new module.VectorResponseOptions()
  for (const text of texts) {
    lines.push_back(text)
    options.push_back({ alignment: false, html: false, qualityScores: false })
  }
  const said = service.translate(model, lines, options)
  const all = texts.map((_, i) => said.get(i).getTranslatedText())
  for (const held of [lines, options, said]) held.delete()
  return all
}
