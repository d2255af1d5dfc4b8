import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { npmCommand } from './lib/npm.mjs';
import { toolScript } from './lib/run.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const home = join(root, 'packages', 'smsapi-emulator');

/** What is published beside the compiled code. */
const FOLDERS = ['pages', 'scenarios'];

/**
 * Packs `smsapi-emulator` for strangers: plain JavaScript for Node 20, as ES modules and (for Jest, which cannot import
 * those) as CommonJS, with types, and with the text library inside. Inside this repository nothing of it is used:
 * there the sources run as they are.
 *
 * @param folder where the tarball goes; it must exist
 * @returns path of the tarball
 * @throws Error with the compiler's words when the sources use what Node 20 has not
 */
export async function packEmulator(folder: string): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), 'smsapi-emulator-'));
  try {
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
    copySources(stage);
    compile(stage);
    await toCommonJs(stage);
    cpSync(join(home, 'pack'), join(stage, 'bin'), { recursive: true });
    for (const name of FOLDERS.filter((name) => existsSync(join(home, name)))) {
      cpSync(join(home, name), join(stage, name), { recursive: true });
    }
    cpSync(join(home, 'README.md'), join(stage, 'README.md'));
    cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'));
    return pack(stage, folder);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

type Json = Readonly<Record<string, unknown>>;

function manifest(): Json {
  const source = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Json;
  const { name, version, description, keywords, license } = source;
  return {
    name,
    version,
    description,
    keywords,
    license,
    type: 'module',
    engines: { node: '>=20' },
    bin: { 'smsapi-emulator': 'bin/smsapi-emulator.mjs' },
    exports: {
      '.': {
        import: { types: './dist/index.d.ts', default: './dist/index.js' },
        require: { types: './cjs/index.d.ts', default: './cjs/index.js' },
      },
      './package.json': './package.json',
    },
    types: './dist/index.d.ts',
    imports: { '#sms-text': './dist/sms-text/index.js' },
    files: ['dist', 'cjs', 'bin', ...FOLDERS],
  };
}

const isSource = (path: string): boolean => !/\.test\.ts$/.test(path);

/** The text library becomes a folder of the emulator: a package that is published needs no other one. */
function copySources(stage: string): void {
  cpSync(join(home, 'src'), join(stage, 'src'), { recursive: true, filter: isSource });
  const text = join(root, 'packages', 'sms-text', 'src');
  cpSync(text, join(stage, 'src', 'sms-text'), { recursive: true, filter: isSource });
}

function compile(stage: string): void {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    readonly compilerOptions: Json;
  };
  const options = {
    ...compilerOptions,
    // What Node 20 has; a newer method of the language (Iterator.find, Object.groupBy) is an error here.
    target: 'es2024',
    lib: ['es2023', 'es2024.string'],
    typeRoots: [join(root, 'node_modules', '@types')],
    noEmit: false,
    rootDir: join(stage, 'src'),
    outDir: join(stage, 'dist'),
    declaration: true,
    rewriteRelativeImportExtensions: true,
  };
  const config = join(stage, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions: options, include: [join(stage, 'src')] }));
  runOrThrow(process.execPath, [toolScript(root, 'typescript', 'tsc'), '-p', config], stage);
}

/** File by file, so that what is looked for beside a module is found from here too. */
async function toCommonJs(stage: string): Promise<void> {
  const dist = join(stage, 'dist');
  const bundle = await rolldown({ input: join(dist, 'index.js'), cwd: stage, platform: 'node', logLevel: 'warn' });
  await bundle.write({
    dir: join(stage, 'cjs'),
    format: 'cjs',
    preserveModules: true,
    preserveModulesRoot: dist,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
  mkdirSync(join(stage, 'cjs'), { recursive: true });
  writeFileSync(join(stage, 'cjs', 'package.json'), '{ "type": "commonjs" }\n');
  const isType = (path: string): boolean => !path.endsWith('.js');
  cpSync(dist, join(stage, 'cjs'), { recursive: true, filter: isType });
}

function pack(stage: string, folder: string): string {
  const npm = npmCommand();
  if (npm === undefined) throw new Error('npm was not found: it comes with Node.js.');
  const target = resolve(folder);
  const said = runOrThrow(npm.file, [...npm.args, 'pack', '--json', '--pack-destination', target], stage);
  const [packed] = JSON.parse(said) as readonly { readonly filename: string }[];
  return join(target, basename(packed?.filename ?? ''));
}

function runOrThrow(file: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${basename(file)} failed: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

if (import.meta.main) console.log(await packEmulator(process.argv[2] ?? '.'));
