# SPDX-License-Identifier: {{spdx}}
# Target and flags that keep Rust code to the rules of a 64-bit RISC-V kernel
# (arch/riscv/Makefile of 6.12 and 7.2).

ifndef CONFIG_64BIT
$(error This module cannot be built for 32-bit RISC-V: KDIR must be a riscv64 kernel tree)
endif
ifdef CONFIG_SHADOW_CALL_STACK
$(error This module cannot be built for a RISC-V kernel with CONFIG_SHADOW_CALL_STACK: that has not been tried)
endif
ifndef CONFIG_RISCV_ISA_C
$(error This module cannot be built for a RISC-V kernel without compressed instructions (CONFIG_RISCV_ISA_C))
endif

# No F, D and V registers, which the kernel saves only for programs.
rust-target := riscv64imac-unknown-none-elf
# Modules are too far from address 0 for the other code model, as for C's -mcmodel=medany.
rust-arch-flags := -Ccode-model=medium
