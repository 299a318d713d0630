// SPDX-License-Identifier: GPL-2.0

//! A driver for a platform device, one that no bus tells of but the device tree, the firmware or
//! the board's own code: it maps the device's memory and reads the register that identifies it.

use kernel::{
    device::Core,
    io::{mem::ExclusiveIoMem, Io},
    of, platform,
    prelude::*,
};

// Makes a module that registers the driver when it is loaded. From then on the kernel calls the
// driver for each device that fits, those included that were there before.
kernel::module_platform_driver! {
    type: IdentifyingDriver,
    name: "platform_driver",
    authors: ["Jane Doe <jane@example.org>"],
    description: "A kernel module written in Rust",
    license: "GPL",
}

/// What differs between the models of the device.
struct Model {
    /// Where the register is that identifies the device, in bytes from the start of its memory.
    identification: usize,
}

const V1: Model = Model {
    identification: 0x0,
};
const V2: Model = Model {
    identification: 0x4,
};

/// The driver: for which devices it is, and what happens when one comes.
struct IdentifyingDriver;

// A node of the device tree with `compatible = "example,device-v1";` and a `reg` makes a device
// that the kernel binds to this driver by itself. The names are examples: put in your own.
kernel::of_device_table!(
    OF_TABLE,
    <IdentifyingDriver as platform::Driver>::IdInfo,
    [
        (of::DeviceId::new(c"example,device-v1"), V1),
        (of::DeviceId::new(c"example,device-v2"), V2)
    ]
);

impl platform::Driver for IdentifyingDriver {
    type IdInfo = Model;
    type Data<'bound> = Device<'bound>;

    const OF_ID_TABLE: Option<of::IdTable<Self::IdInfo>> = Some(&OF_TABLE);

    /// A device has come. Where this fails, the device stays without a driver, and all that was
    /// taken for it is given back.
    fn probe<'bound>(
        pdev: &'bound platform::Device<Core<'_>>,
        info: Option<&'bound Self::IdInfo>,
    ) -> impl PinInit<Self::Data<'bound>, Error> + 'bound {
        // A device that was chosen for this driver through `driver_override` is in no table.
        let model = info.unwrap_or(&V1);
        let resource = pdev.resource_by_index(0).ok_or(EINVAL)?;
        let request = pdev.io_request_by_index(0).ok_or(EINVAL)?;
        let device = Device {
            pdev,
            memory: request.iomap_exclusive()?,
            model,
        };
        dev_info!(
            pdev,
            "bound to {} bytes at {:#x}, identification {:#010x}\n",
            resource.size(),
            resource.start(),
            device.identification()?
        );
        Ok(device)
    }
}

/// What the driver holds for a device that it is bound to.
///
/// `'bound` is the time for which it is bound: nothing in here can outlive it.
struct Device<'bound> {
    pdev: &'bound platform::Device,
    /// The device's memory, mapped and kept from others. Both end when it is dropped. Its size is
    /// not known when this is compiled, so that each access is checked when it is made.
    memory: ExclusiveIoMem<'bound, 0>,
    model: &'bound Model,
}

impl Device<'_> {
    /// Reads what the device says it is. Fails with EINVAL where its memory is too small for that.
    fn identification(&self) -> Result<u32> {
        self.memory.try_read32(self.model.identification)
    }
}

/// The device goes, or the driver does. The fields are dropped after this: `memory` is unmapped and
/// free for others.
impl Drop for Device<'_> {
    fn drop(&mut self) {
        dev_info!(self.pdev, "unbound, giving its memory back\n");
    }
}
