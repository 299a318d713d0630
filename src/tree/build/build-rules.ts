/**
 * A makefile that makes the Rust part of a configured kernel alone. The kernel's own Makefile sets everything up, compiler
 * options and all, as for the whole kernel; what its target `prepare` would do before `rust` is left out, since it only
 * makes what the headers hold already, from the distribution's own build: configuration, generated headers and host programs.
 * Source: targets `prepare` and `single` of the top Makefile, `scripts/Makefile` and `rust/Makefile`, 6.12 to 7.3.
 */
export function buildRules(source: string): string {
  return `include ${source}/Makefile

.PHONY: rust-metadata vermagic
rust-metadata:
ifneq ($(CONFIG_X86)$(CONFIG_UML),)
	$(Q)$(MAKE) $(build)=scripts scripts/target.json
endif
	$(Q)$(MAKE) $(build)=rust

# What modules are stamped with, as their own build would see it.
vermagic:
	$(Q)echo VERMAGIC_STRING | $(CC) -E -P $(NOSTDINC_FLAGS) $(LINUXINCLUDE) -D__KERNEL__ -DINCLUDE_VERMAGIC \\
		-include linux/vermagic.h -x c - > $@
`;
}
