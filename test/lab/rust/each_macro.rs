// SPDX-License-Identifier: GPL-2.0

//! Each exported macro of the kernel crate, so that what they need is known to be in the tree.
//! Each part is compiled for kernels that have the macro it is called after.
#![allow(dead_code, unreachable_pub, unused_imports, unused_variables)]

use kernel::prelude::*;

module! {
    type: Macros,
    name: "each_macro",
    authors: ["Jane Doe"],
    description: "each exported macro",
    license: "GPL",
}

/// It does nothing.
pub struct Macros;

impl kernel::Module for Macros {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        Ok(Macros)
    }
}

mod use_asm {
    use kernel::prelude::*;
    pub fn f() {
        unsafe { kernel::asm!("nop";) }
    }
}

mod use_assert_pinned {
    use kernel::prelude::*;
    #[pin_data]
    struct S<T> {
        #[pin]
        a: T,
    }
    impl<T> S<T> {
        fn f(self: Pin<&mut Self>) {
            ::pin_init::assert_pinned!(S<T>, a, T, inline);
        }
    }
}

mod use_b_str {
    use kernel::prelude::*;
    fn f() {
        let _ = kernel::b_str!("x");
    }
}

mod use_bitfield {
    use kernel::prelude::*;
    kernel::bitfield! { pub struct B(u8) { 7:6 high; 0:0 low; } }
}

mod use_c_str {
    use kernel::prelude::*;
    fn f() {
        let _ = kernel::c_str!("x");
    }
}

mod use_clist_create {
    use kernel::bindings;
    use kernel::prelude::*;
    #[repr(transparent)]
    pub struct W(kernel::types::Opaque<bindings::work_struct>);
    pub unsafe fn f(head: *mut bindings::list_head) {
        let l =
            unsafe { kernel::interop::list::clist_create!(head, W, bindings::work_struct, entry) };
        let _ = l.is_empty();
    }
}

mod use_concat_idents {
    use kernel::prelude::*;
    const AB: u32 = 1;
    fn f() -> u32 {
        kernel::macros::concat_idents!(A, B)
    }
}

mod use_concat_literals {
    use kernel::prelude::*;
    const S: &str = kernel::concat_literals!("a" "b");
}

mod use_container_of {
    use kernel::prelude::*;
    struct S {
        a: u32,
        b: u64,
    }
    fn f(b: *const u64) -> *const S {
        unsafe { kernel::container_of!(b, S, b) }
    }
}

mod use_current {
    use kernel::prelude::*;
    pub fn f() {
        let _ = kernel::current!().pid();
    }
}

mod use_zeroable {
    use kernel::prelude::*;
    #[derive(Zeroable)]
    pub struct S {
        a: u32,
    }
}

mod use_maybezeroable {
    use ::pin_init::MaybeZeroable;
    use kernel::prelude::*;
    #[derive(MaybeZeroable)]
    pub struct S {
        a: u32,
    }
}

mod use_dev_alert {
    use kernel::prelude::*;
    pub fn f(d: &kernel::device::Device) {
        dev_emerg!(d, "x\n");
        dev_alert!(d, "x\n");
        dev_crit!(d, "x\n");
        dev_err!(d, "x\n");
        dev_warn!(d, "x\n");
        dev_notice!(d, "x\n");
        dev_info!(d, "x\n");
        dev_dbg!(d, "{}\n", 1);
    }
}

mod use_dev_printk {
    use kernel::prelude::*;
    pub fn f(d: &kernel::device::Device) {
        kernel::dev_printk!(pr_info, d, "x\n");
    }
}

mod use_export {
    use kernel::prelude::*;
    #[kernel::macros::export]
    pub unsafe extern "C" fn rust_fmt_argument(
        buf: *mut c_char,
        end: *mut c_char,
        ptr: *const c_void,
    ) -> *mut c_char {
        buf
    }
}

mod use_global_lock {
    use kernel::prelude::*;
    kernel::sync::global_lock! { unsafe(uninit) static M: Mutex<u32> = 0; }
    pub fn f() {
        unsafe { M.init() };
        *M.lock() = 1;
    }
}

mod use_impl_device_context_deref {
    use kernel::device;
    use kernel::prelude::*;
    pub struct D<C: device::DeviceContext = device::Normal>(
        kernel::types::Opaque<u32>,
        core::marker::PhantomData<C>,
    );
    kernel::impl_device_context_deref!(unsafe { D });
}

mod use_impl_device_context_into_aref {
    use kernel::device;
    use kernel::prelude::*;
    pub struct D<C: device::DeviceContext = device::Normal>(
        kernel::types::Opaque<u32>,
        core::marker::PhantomData<C>,
    );
    kernel::impl_device_context_deref!(unsafe { D });
    unsafe impl kernel::sync::aref::AlwaysRefCounted for D {
        fn inc_ref(&self) {}
        unsafe fn dec_ref(_: core::ptr::NonNull<Self>) {}
    }
    kernel::impl_device_context_into_aref!(D);
}

mod use_impl_flags {
    use kernel::impl_flags;
    use kernel::prelude::*;
    impl_flags!(
        #[derive(Debug, Clone, Default, Copy, PartialEq, Eq)]
        pub struct Ps(u32);
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum P {
            A = 1,
            B = 2,
        }
    );
}

mod use_new_work {
    use kernel::prelude::*;
    use kernel::{
        sync::Arc,
        workqueue::{self, impl_has_work, new_work, Work, WorkItem},
    };
    #[pin_data]
    struct S {
        #[pin]
        w: Work<S>,
    }
    impl_has_work! { impl HasWork<Self> for S { self.w } }
    impl WorkItem for S {
        type Pointer = Arc<S>;
        fn run(_: Arc<S>) {}
    }
    pub fn f() -> Result {
        let s = Arc::pin_init(pin_init!(S { w <- new_work!("w") }), GFP_KERNEL)?;
        let _ = workqueue::system().enqueue(s);
        Ok(())
    }
}

mod use_new_delayed_work {
    use kernel::prelude::*;
    use kernel::{
        sync::Arc,
        workqueue::{self, impl_has_delayed_work, new_delayed_work, DelayedWork, WorkItem},
    };
    #[pin_data]
    struct S {
        #[pin]
        w: DelayedWork<S>,
    }
    impl_has_delayed_work! { impl HasDelayedWork<Self> for S { self.w } }
    impl WorkItem for S {
        type Pointer = Arc<S>;
        fn run(_: Arc<S>) {}
    }
    pub fn f() -> Result {
        let s = Arc::pin_init(pin_init!(S { w <- new_delayed_work!("w") }), GFP_KERNEL)?;
        let _ = workqueue::system().enqueue_delayed(s, 1);
        Ok(())
    }
}

mod use_impl_has_hr_timer {
    use kernel::prelude::*;
    use kernel::{
        sync::{Arc, ArcBorrow},
        time::{hrtimer::*, Monotonic},
    };
    #[pin_data]
    struct S {
        #[pin]
        t: HrTimer<Self>,
    }
    impl_has_hr_timer! { impl HasHrTimer<Self> for S { mode: RelativeMode<Monotonic>, field: self.t } }
    use kernel::impl_has_hr_timer;
    impl HrTimerCallback for S {
        type Pointer<'a> = Arc<Self>;
        fn run(_: ArcBorrow<'_, Self>, _: HrTimerCallbackContext<'_, Self>) -> HrTimerRestart {
            HrTimerRestart::NoRestart
        }
    }
}

mod use_impl_list_item {
    use kernel::list::*;
    use kernel::prelude::*;
    #[pin_data]
    pub struct S {
        #[pin]
        links: ListLinks,
    }
    impl_list_arc_safe! { impl ListArcSafe<0> for S { untracked; } }
    impl_list_item! { impl ListItem<0> for S { using ListLinks { self.links }; } }
}

mod use_impl_has_list_links_self_ptr {
    use kernel::list::*;
    use kernel::prelude::*;
    #[pin_data]
    pub struct S {
        #[pin]
        links: ListLinksSelfPtr<S>,
    }
    impl_list_arc_safe! { impl ListArcSafe<0> for S { untracked; } }
    impl_list_item! { impl ListItem<0> for S { using ListLinksSelfPtr { self.links }; } }
}

mod use_define_list_arc_field_getter {
    use kernel::list::*;
    use kernel::prelude::*;
    #[pin_data]
    pub struct S {
        #[pin]
        links: ListLinks,
        n: ListArcField<u32>,
    }
    impl_list_arc_safe! { impl ListArcSafe<0> for S { untracked; } }
    impl S {
        define_list_arc_field_getter! { fn n(&self) -> &u32 { n } }
    }
}

mod use_init {
    use kernel::prelude::*;
    pub struct S {
        a: u32,
    }
    pub fn f() -> Result<KBox<S>> {
        KBox::init(init!(S { a: 1 }), GFP_KERNEL)
    }
}

mod use_try_init {
    use kernel::prelude::*;
    pub struct S {
        a: u32,
    }
    pub fn f() -> Result<KBox<S>> {
        KBox::init(try_init!(S { a: 1 }), GFP_KERNEL)
    }
}

mod use_try_pin_init {
    use kernel::prelude::*;
    #[pin_data]
    pub struct S {
        a: u32,
    }
    pub fn f() -> Result<Pin<KBox<S>>> {
        KBox::pin_init(try_pin_init!(S { a: 1 }), GFP_KERNEL)
    }
}

mod use_pinned_drop {
    use kernel::prelude::*;
    #[pin_data(PinnedDrop)]
    pub struct S {
        a: u32,
    }
    #[pinned_drop]
    impl PinnedDrop for S {
        fn drop(self: Pin<&mut Self>) {}
    }
}

mod use_stack_pin_init {
    use kernel::prelude::*;
    #[pin_data]
    pub struct S {
        a: u32,
    }
    pub fn f() {
        ::pin_init::stack_pin_init!(let s = pin_init!(S { a: 1 }));
        let _ = s.a;
    }
}

mod use_stack_try_pin_init {
    use kernel::prelude::*;
    #[pin_data]
    pub struct S {
        a: u32,
    }
    pub fn f() -> Result {
        ::pin_init::stack_try_pin_init!(let s: S =? try_pin_init!(S { a: 1 }));
        let _ = s.a;
        Ok(())
    }
}

mod use_io_write {
    use kernel::prelude::*;
    #[repr(C)]
    struct S {
        a: u32,
    }
    fn f(m: kernel::io::Mmio<'_, [S]>) -> Result {
        let _ = kernel::io::io_read!(m, [try: 2].a);
        kernel::io::io_write!(m, [try: 2].a, 10);
        Ok(())
    }
}

mod use_new_mutex {
    use kernel::prelude::*;
    pub fn f() -> Result {
        let _ = KBox::pin_init(kernel::new_mutex!(1u32), GFP_KERNEL)?;
        let _ = KBox::pin_init(kernel::new_spinlock!(1u32), GFP_KERNEL)?;
        Ok(())
    }
}

mod use_new_spinlock_irq {
    use kernel::prelude::*;
    pub fn f() -> Result {
        let _ = KBox::pin_init(kernel::new_spinlock_irq!(1u32), GFP_KERNEL)?;
        Ok(())
    }
}

mod use_new_condvar {
    use kernel::prelude::*;
    pub fn f() -> Result {
        let _ = KBox::pin_init(kernel::new_condvar!("x"), GFP_KERNEL)?;
        Ok(())
    }
}

mod use_new_poll_condvar {
    use kernel::prelude::*;
    pub fn f() -> Result {
        let _ = KBox::pin_init(kernel::new_poll_condvar!(), GFP_KERNEL)?;
        Ok(())
    }
}

mod use_new_srcu {
    use kernel::prelude::*;
    pub fn f() -> Result {
        let _ = KBox::pin_init(kernel::new_srcu!(), GFP_KERNEL)?;
        Ok(())
    }
}

mod use_paste {
    use kernel::prelude::*;
    kernel::macros::paste! { fn [<f _ g>]() {} }
}

mod use_pr_emerg_once {
    use kernel::prelude::*;
    pub fn f() {
        pr_emerg!("x\n");
        pr_alert!("x\n");
        pr_crit!("x\n");
        pr_err!("x\n");
        pr_warn!("x\n");
        pr_notice!("x\n");
        pr_info!("{}\n", 1);
        pr_debug!("x\n");
        kernel::pr_cont!("x\n");
        kernel::pr_emerg_once!("x\n");
        kernel::pr_alert_once!("x\n");
        kernel::pr_crit_once!("x\n");
        kernel::pr_err_once!("x\n");
        kernel::pr_warn_once!("x\n");
        kernel::pr_notice_once!("x\n");
        kernel::pr_info_once!("x\n");
    }
}

mod use_dbg {
    use kernel::prelude::*;
    pub fn f() -> u32 {
        dbg!(1)
    }
}

mod use_kvec {
    use kernel::prelude::*;
    pub fn f() -> Result {
        let v = kernel::kvec![1, 2]?;
        let _ = v.len();
        Ok(())
    }
}

mod use_project_pointer {
    use kernel::prelude::*;
    fn f(p: *const [u8; 32]) -> *const u8 {
        kernel::ptr::project!(p, [build: 1])
    }
}

mod use_register {
    use kernel::prelude::*;
    kernel::register! { pub R(u32) @ 0x0 { 3:0 a; } }
}

mod use_seq_print {
    use kernel::prelude::*;
    pub fn f(m: &kernel::seq_file::SeqFile) {
        kernel::seq_print!(m, "{}", 1);
    }
}

mod use_static_assert {
    use kernel::prelude::*;
    static_assert!(1 == 1);
    fn f<const N: usize>() {
        const_assert!(N > 1);
    }
    #[inline(always)]
    fn g(n: usize) {
        build_assert!(n > 1);
    }
    pub fn h() {
        f::<2>();
        g(2);
    }
    #[inline(always)]
    pub fn i(a: usize) -> usize {
        if a > 0 {
            a
        } else {
            build_error!("x")
        }
    }
}

mod use_static_branch_unlikely {
    use kernel::prelude::*;
    #[repr(C)]
    pub struct K {
        key: kernel::bindings::static_key_false,
    }
    unsafe extern "C" {
        static k: K;
    }
    pub fn f() -> bool {
        unsafe { kernel::jump_label::static_branch_unlikely!(k, K, key) }
    }
}

mod use_static_lock_class {
    use kernel::prelude::*;
    pub fn f() {
        let _ = kernel::static_lock_class!();
    }
}

mod use_unsafe_precondition_assert {
    use kernel::prelude::*;
    pub fn f(a: u32) {
        kernel::unsafe_precondition_assert!(a > 0);
    }
}

mod use_warn_on {
    use kernel::prelude::*;
    pub fn f(a: u32) -> bool {
        kernel::warn_on!(a > 0)
    }
}

mod use_forlt {
    use kernel::prelude::*;
    use kernel::types::*;
    type T = ForLt!(for<'a> &'a u32);
}

mod use_module_firmware {
    use crate::LocalModule;
    use kernel::prelude::*;
    struct F<const N: usize>;
    impl<const N: usize> F<N> {
        const fn create(name: &'static CStr) -> kernel::firmware::ModInfoBuilder<N> {
            kernel::firmware::ModInfoBuilder::new(name)
                .new_entry()
                .push("x.bin")
        }
    }
    kernel::module_firmware!(F);
}

mod use_fmt {
    use kernel::prelude::*;
    pub fn f() {
        let _ = fmt!("{}", 1);
    }
}

mod use_vtable {
    use kernel::prelude::*;
    #[vtable]
    pub trait T {
        fn f(&self) {}
    }
    pub struct S;
    #[vtable]
    impl T for S {
        fn f(&self) {}
    }
}
