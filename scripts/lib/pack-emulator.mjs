import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { npmCommand } from './npm.mjs';
import { run, toolScript } from './run.mjs';

/** What is published beside the compiled code, if it is there. */
const FOLDERS = ['pages', 'scenarios'];

/**
 * Packs `smsapi-emulator` for strangers: plain JavaScript for Node 20, as ES modules and (for Jest, which cannot import
 * those) as CommonJS, with types, and with the text library inside. Inside this repository nothing of it is used: there
 * the sources run as they are.
 *
 * @param {import('./run.mjs').Shop} shop
 * @param {string} folder - where the tarball goes; it must exist
 * @returns {Promise<string>} path of the tarball
 * @throws {Error} with the compiler's words when the sources use what Node 20 has not
 */
export async function packEmulator(shop, folder) {
  const home = join(shop.folder, 'packages', 'smsapi-emulator');
  const stage = mkdtempSync(join(tmpdir(), 'smsapi-emulator-'));
  try {
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest(home), null, 2)}\n`);
    copySources(shop.folder, stage);
    await compile(shop, stage);
    await addCommonJs(stage);
    cpSync(join(home, 'pack'), join(stage, 'bin'), { recursive: true });
    for (const name of FOLDERS) {
      if (existsSync(join(home, name))) cpSync(join(home, name), join(stage, name), { recursive: true });
    }
    cpSync(join(home, 'README.md'), join(stage, 'README.md'));
    cpSync(join(shop.folder, 'LICENSE'), join(stage, 'LICENSE'));
    return await pack(shop, stage, resolve(folder));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** @param {string} home */
function manifest(home) {
  const { name, version, description, keywords, license } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  );
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

/**
 * The text library becomes a folder of the emulator: a package that strangers install needs no other one.
 *
 * @param {string} root
 * @param {string} stage
 */
function copySources(root, stage) {
  /** @param {string} path */
  const filter = (path) => !path.endsWith('.test.ts');
  cpSync(join(root, 'packages', 'smsapi-emulator', 'src'), join(stage, 'src'), { recursive: true, filter });
  cpSync(join(root, 'packages', 'sms-text', 'src'), join(stage, 'src', 'sms-text'), { recursive: true, filter });
}

/**
 * @param {import('./run.mjs').Shop} shop
 * @param {string} stage
 */
async function compile(shop, stage) {
  const { compilerOptions } = JSON.parse(readFileSync(join(shop.folder, 'tsconfig.json'), 'utf8'));
  const config = {
    compilerOptions: {
      ...compilerOptions,
      // What Node 20 has; a newer method of the language (Iterator.find, Object.groupBy) is an error here.
      lib: ['es2023', 'es2024.string'],
      typeRoots: [join(shop.folder, 'node_modules', '@types')],
      noEmit: false,
      rootDir: join(stage, 'src'),
      outDir: join(stage, 'dist'),
      declaration: true,
      rewriteRelativeImportExtensions: true,
    },
    include: [join(stage, 'src')],
  };
  writeFileSync(join(stage, 'tsconfig.json'), JSON.stringify(config));
  await runOrThrow({ ...shop, folder: stage }, [toolScript(shop.folder, 'typescript', 'tsc'), '-p', stage]);
}

/**
 * File by file, so that what a module looks for beside itself it finds from here too.
 *
 * @param {string} stage
 */
async function addCommonJs(stage) {
  const dist = join(stage, 'dist');
  const cjs = join(stage, 'cjs');
  // first the types, which are the same
  cpSync(dist, cjs, { recursive: true, filter: (path) => !path.endsWith('.js') });
  writeFileSync(join(cjs, 'package.json'), '{ "type": "commonjs" }\n');
  const bundle = await rolldown({ input: join(dist, 'index.js'), cwd: stage, platform: 'node', logLevel: 'warn' });
  await bundle.write({
    dir: cjs,
    format: 'cjs',
    preserveModules: true,
    preserveModulesRoot: dist,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
}

/**
 * @param {import('./run.mjs').Shop} shop
 * @param {string} stage
 * @param {string} folder
 */
async function pack(shop, stage, folder) {
  const npm = npmCommand();
  if (npm === undefined) throw new Error('npm was not found: it comes with Node.js.');
  await runOrThrow({ ...shop, node: npm.file, folder: stage }, [...npm.args, 'pack', '--pack-destination', folder]);
  // Not read from what npm says: it adds its own notices to that, such as of a newer npm.
  const { name, version } = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'));
  return join(folder, `${name}-${version}.tgz`);
}

/**
 * @param {import('./run.mjs').Shop} shop
 * @param {readonly string[]} args
 */
async function runOrThrow(shop, args) {
  const { code, output } = await run(shop, args);
  if (code !== 0) throw new Error(`${basename(args[0] ?? '')} failed in ${shop.folder}:\n${output}`);
  return output;
}
