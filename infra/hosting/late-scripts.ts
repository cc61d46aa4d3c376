/** Scripts of a page that its scripts fetch, by their addresses. */
export interface LateScripts {
  /** What every visit fetches. */
  readonly always: readonly string[]
  /** What a visit fetches at once where somebody is probably signed in. */
  readonly signedIn: readonly string[]
  /** What a visit in this language fetches; nobody knows yet which it is. */
  readonly languages: Readonly<Record<string, readonly string[]>>
}

/**
 * Has Chromium compile all of a script while it comes, beside the thread that draws. By itself it compiles a function
 * when it is first called: a tenth of the time of a sign-in. To other browsers it is the comment that it looks like.
 * https://github.com/explainers-by-googlers/explicit-javascript-compile-hints-file-based
 */
const compileHint = '//# allFunctionsCalledOnLoad\n'

/** The same script, compiled before it is called. */
export function compiledEarly(script: string): string {
  return script.startsWith(compileHint) ? script : compileHint + script
}

/** The modules that the page's first script fetches, by what each exports. */
const modules = { site: 'Site', gateway: 'createGateway', languages: ['ja', 'en'] } as const

/**
 * Finds what the scripts of an exported page fetch later. Turbopack writes no list of it: it stands in the chunk that
 * fetches, and a module is known by the name that it exports, which `import()` needs as it is.
 *
 * @param read the text of a script by its address
 * @returns undefined where the page does not fetch all of it late
 */
export function lateScriptsOf(
  html: string,
  read: (address: string) => string | undefined,
): LateScripts | undefined {
  const named = [...html.matchAll(/<script[^>]*\ssrc="([^"]*\/_next\/)([^"]+)"/g)]
  const base = named[0]?.[1] ?? ''
  const imports = named.flatMap(([, base = '', path = '']) =>
    [...(read(base + path) ?? '').matchAll(imported)].map(([, files = '']) =>
      [...files.matchAll(/"([^"]+)"/g)].map(([, file]) => base + file),
    ),
  )
  const isThere = new Set(named.map(([, base = '', path = '']) => base + path))

  function scriptsOf(name: string): readonly string[] {
    const found = imports.find((files) => files.some((file) => read(file)?.includes(`.s(["${name}",`)))
    return found?.filter((file) => file.startsWith(base) && !isThere.has(file)) ?? []
  }

  const always = scriptsOf(modules.site)
  const signedIn = scriptsOf(modules.gateway)
  const languages = Object.fromEntries(modules.languages.map((name) => [name, scriptsOf(name)]))
  const isComplete = [always, signedIn, ...Object.values(languages)].every((files) => files.length > 0)
  return isComplete ? { always, signedIn, languages } : undefined
}

/** An `import()`, as Turbopack writes it: the chunks that it needs, and then the module. */
const imported = /Promise\.all\(\[([^\]]+)\]\.map\([^)]*\)\)\)\.then\(/g

/**
 * The script by which a page asks for them as soon as it is there, before those that need them have come. What it
 * decides stands in `packages/sign-in`, too, in `chosenLanguage` and `isSessionLikely`; where the two do not agree, a
 * file comes for nothing, or as late as it would without.
 */
export function askEarly({ always, signedIn, languages }: LateScripts): string {
  return `((always,signedIn,languages)=>{
const ask=(address)=>document.head.append(Object.assign(document.createElement("link"),{rel:"preload",as:"script",fetchPriority:"low",href:address}));
always.forEach(ask);
try{
const spoken=[localStorage.getItem("genkan.language"),...navigator.languages,"en"].map((tag)=>languages[String(tag).toLowerCase().split("-")[0]]);
spoken.find(Boolean).forEach(ask);
if([localStorage,sessionStorage].flatMap(Object.keys).some((key)=>/^CognitoIdentityServiceProvider\\..*\\.LastAuthUser$/.test(key)))signedIn.forEach(ask);
}catch{}
})(${[always, signedIn, languages].map((value) => JSON.stringify(value)).join()})`
}
