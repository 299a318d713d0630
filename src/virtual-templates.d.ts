/** Made by templates.plugin.js when the package is bundled. */
declare module 'virtual:templates' {
  /** Path below the folder of templates → function from model to text. */
  const templates: ReadonlyMap<string, (model: object) => string>;
  export default templates;
}
