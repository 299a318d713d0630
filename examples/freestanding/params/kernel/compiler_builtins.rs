// SPDX-License-Identifier: GPL-2.0
//! Empty on purpose: floating-point arithmetic and 128-bit division, which the
//! kernel has no functions for, then fail the build with the name of the
//! missing function. For 32-bit processors rustc writes that division out in place,
//! so that there it works.
#![feature(compiler_builtins)]
#![allow(internal_features)]
#![compiler_builtins]
#![no_builtins]
#![no_std]
