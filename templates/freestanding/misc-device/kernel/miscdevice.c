// SPDX-License-Identifier: {{spdx}}
/* A character device, and what it takes: locks, and memory of user space. As functions for Rust. */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

/* Defined by misc_device!() in src/lib.rs */
int rust_device_open(void **state);
void rust_device_release(void *state);
ssize_t rust_device_read(void *state, unsigned long to, size_t length);
ssize_t rust_device_write(void *state, unsigned long from, size_t length);
long rust_device_ioctl(void *state, unsigned int command, unsigned long argument);

/* Declared in miscdevice.rs, mutex.rs and user.rs */
int shim_device_register(const char *name);
void shim_device_deregister(void);
void *shim_mutex_new(void);
void shim_mutex_free(void *mutex);
void shim_mutex_lock(void *mutex);
void shim_mutex_unlock(void *mutex);
unsigned long shim_copy_from_user(void *to, unsigned long from, size_t length);
unsigned long shim_copy_to_user(unsigned long to, const void *from, size_t length);

static int device_open(struct inode *inode, struct file *file)
{
	void *state;
	int error = rust_device_open(&state);

	if (error)
		return error;
	file->private_data = state;
	/* There is no position in the file. This never fails. */
	return stream_open(inode, file);
}

static int device_release(struct inode *inode, struct file *file)
{
	rust_device_release(file->private_data);
	return 0;
}

static ssize_t device_read(struct file *file, char __user *to, size_t length, loff_t *position)
{
	return rust_device_read(file->private_data, (unsigned long)to, length);
}

static ssize_t device_write(struct file *file, const char __user *from, size_t length, loff_t *position)
{
	return rust_device_write(file->private_data, (unsigned long)from, length);
}

static long device_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return rust_device_ioctl(file->private_data, command, argument);
}

static const struct file_operations operations = {
	/* The kernel does not unload the module while a file is open. */
	.owner = THIS_MODULE,
	.open = device_open,
	.release = device_release,
	.read = device_read,
	.write = device_write,
	.unlocked_ioctl = device_ioctl,
	/* Programs of 32 bits: right for arguments that are addresses of what is laid out alike there. */
	.compat_ioctl = compat_ptr_ioctl,
};

static struct miscdevice device;

int shim_device_register(const char *name)
{
	device = (struct miscdevice) {
		.minor = MISC_DYNAMIC_MINOR,
		.name = name,
		.fops = &operations,
	};
	return misc_register(&device);
}

void shim_device_deregister(void)
{
	misc_deregister(&device);
}

void *shim_mutex_new(void)
{
	struct mutex *mutex = kmalloc(sizeof(*mutex), GFP_KERNEL | __GFP_NOWARN);

	if (mutex)
		mutex_init(mutex);
	return mutex;
}

void shim_mutex_free(void *mutex)
{
	mutex_destroy(mutex);
	kfree(mutex);
}

void shim_mutex_lock(void *mutex)
{
	mutex_lock(mutex);
}

void shim_mutex_unlock(void *mutex)
{
	mutex_unlock(mutex);
}

unsigned long shim_copy_from_user(void *to, unsigned long from, size_t length)
{
	return copy_from_user(to, (const void __user *)from, length);
}

unsigned long shim_copy_to_user(unsigned long to, const void *from, size_t length)
{
	return copy_to_user((void __user *)to, from, length);
}
