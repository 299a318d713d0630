{{#each modinfo}}

/// The module's {{key}}, written out as `module!` does, which cannot hold this text.
#[rustfmt::skip]
#[link_section = ".modinfo"]
{{#if ../crate.usedCompiler}}
#[used(compiler)]
{{else}}
#[used]
{{/if}}
static {{constant}}: [u8; {{bytes}}] = *{{literal}};
{{/each}}
