    name: {{rust.name}},
{{#if authorKey}}
    author: {{rust.author}},
{{/if}}
{{#if authorsKey}}
    authors: [{{rust.author}}],
{{/if}}
{{#if descriptionKey}}
    description: {{rust.description}},
{{/if}}
    license: {{rust.licence}},
