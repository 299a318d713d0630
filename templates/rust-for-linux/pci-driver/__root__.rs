// SPDX-License-Identifier: {{spdx}}

//! A driver for QEMU's PCI test device: it has the device count what is written to it.
//!
//! QEMU describes the device in its `docs/specs/pci-testdev.rst`, and adds one to a virtual machine
//! with `-device pci-testdev`.

use kernel::{device::Core, io::Io, pci, prelude::*};
{{#if withC}}

mod c;
{{/if}}

// Makes a module that registers the driver when it is loaded. From then on the kernel calls the
// driver for each device of its table, those included that were there before.
kernel::module_pci_driver! {
    type: CountingDriver,
{{> module-keys.rs}}
}
{{> modinfo.rs}}

/// Where the registers are in the device's first memory region, in bytes from its start.
mod register {
    /// 8 bits. Takes the number of a test, which starts with a count of 0.
    pub(super) const TEST: usize = 0x0;
    /// 32 bits. Where in the region the test expects writes.
    pub(super) const OFFSET: usize = 0x4;
    /// 8 bits. What the test expects to be written there.
    pub(super) const DATA: usize = 0x8;
    /// 32 bits. How many such writes the device has seen.
    pub(super) const COUNT: usize = 0xc;
    /// What the test is called, in bytes that end with a NUL.
    pub(super) const NAME: usize = 0x10;
    /// How many bytes of the name are read at most, the NUL included.
    pub(super) const NAME_SIZE: usize = 0x20;
    /// How large a region must be to hold them all.
    pub(super) const END: usize = NAME + NAME_SIZE;
}

/// The device's memory region, mapped and kept from others. Both end when it is dropped, and it
/// cannot outlive `'bound`, the time for which the driver is bound to the device.
///
/// Accesses at constant offsets below `END` are checked when they are compiled. The others are
/// called `try_…`, and are checked when they are made.
type Memory<'bound> = pci::Bar<'bound, { register::END }>;

/// What `/proc/iomem` calls the region while the driver has it.
const NAME: &CStr = {{cName}};

/// What differs between the devices of the table: here, the number of the test that they run.
struct Test(u8);

/// A number that no test has: the device runs none.
const NO_TEST: u8 = u8::MAX;

/// The driver: for which devices it is, and what happens when one comes and when it goes.
struct CountingDriver;

kernel::pci_device_table!(
    PCI_TABLE,
{{#if crate.deviceTableIdent}}
    MODULE_PCI_TABLE,
{{/if}}
    <CountingDriver as pci::Driver>::IdInfo,
    [(pci::DeviceId::from_id(pci::Vendor::REDHAT, 0x0005), Test(0))]
);

impl pci::Driver for CountingDriver {
    type IdInfo = Test;
    type Data<'bound> = Counter<'bound>;

    const ID_TABLE: pci::IdTable<Self::IdInfo> = &PCI_TABLE;

    /// A device has come. Where this fails, the device stays without a driver, and all that was
    /// taken for it is given back.
    fn probe<'bound>(
        pdev: &'bound pci::Device<Core<'_>>,
{{#if crate.pciInfoOptional}}
        info: Option<&'bound Self::IdInfo>,
    ) -> impl PinInit<Self::Data<'bound>, Error> + 'bound {
        // A device that was forced on the driver through `driver_override` is in no table.
        let Test(test) = info.ok_or(ENODEV)?;
{{else}}
        Test(test): &'bound Self::IdInfo,
    ) -> impl PinInit<Self::Data<'bound>, Error> + 'bound {
{{/if}}
        pdev.enable_device_mem()?;
        let memory = pdev.iomap_region_sized::<{ register::END }>(0, NAME)?;
        dev_info!(
            pdev,
            "bound to revision {:#04x}, {} bytes of registers at {:#x}\n",
            pdev.revision_id(),
            pdev.resource_len(0)?,
            pdev.resource_start(0)?
        );

        let counter = Counter { memory };
        counter.start(*test);
        let name = counter.name()?;
        let name = CStr::from_bytes_until_nul(&name).map_err(|_| EIO)?;
        let (counted, written) = counter.count()?;
        dev_info!(
            pdev,
            "test {} is {}, it counted {} of {} writes\n",
            test,
            name,
            counted,
            written
        );
{{#if withC}}
        c::greet();
{{/if}}
        Ok(counter)
    }

    /// The device goes, or the driver does: the device is told while it can still be reached.
    fn unbind<'bound>(pdev: &'bound pci::Device<Core<'_>>, counter: Pin<&Self::Data<'bound>>) {
        let before = counter.counted();
        counter.start(NO_TEST);
        dev_info!(
            pdev,
            "unbound, the count went from {} to {}\n",
            before,
            counter.counted()
        );
    }
}

/// What the driver holds for a device that it is bound to. The kernel drops it after `unbind`.
struct Counter<'bound> {
    memory: Memory<'bound>,
}

impl Counter<'_> {
    /// Starts a test, which ends the one before.
    fn start(&self, test: u8) {
        self.memory.write8(test, register::TEST);
    }

    /// What the device calls the test that it runs: text, a NUL, and anything after that.
    fn name(&self) -> Result<[u8; register::NAME_SIZE]> {
        let mut name = [0; register::NAME_SIZE];
        for (i, byte) in name.iter_mut().enumerate() {
            *byte = self.memory.try_read8(register::NAME + i)?;
        }
        Ok(name)
    }

    /// Writes what the device expects three times, and once what it does not.
    ///
    /// Returns how many writes the device counted, and how many there were.
    fn count(&self) -> Result<(u32, usize)> {
        let data = self.memory.read8(register::DATA);
        let offset = self.memory.read32(register::OFFSET) as usize;
        let writes = [data, data, !data, data];
        for value in writes {
            // The device says where, so it is checked that this is in its region.
            self.memory.try_write8(value, offset)?;
        }
        Ok((self.counted(), writes.len()))
    }

    /// How many writes the device has counted since the test was started.
    fn counted(&self) -> u32 {
        self.memory.read32(register::COUNT)
    }
}
