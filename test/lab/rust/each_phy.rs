// SPDX-License-Identifier: GPL-2.0

//! A driver of a network PHY, whose macro makes a module of its own.

use kernel::{
    net::phy::{self, DeviceId},
    prelude::*, //
};

kernel::module_phy_driver! {
    drivers: [Phy],
    device_table: [DeviceId::new_with_driver::<Phy>()],
    name: "each_phy",
    authors: ["Jane Doe"],
    description: "module_phy_driver",
    license: "GPL",
}

struct Phy;

#[vtable]
impl phy::Driver for Phy {
    const NAME: &'static CStr = c"Phy";
    const PHY_DEVICE_ID: DeviceId = DeviceId::new_with_exact_mask(1);
}
