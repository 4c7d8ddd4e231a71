using Hotline.Migrate;

[assembly: DefaultSchema("notifications")]
