namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The order of changes within a table that do not depend on each other: what is in the way first, what is lost last.</summary>
internal static class TablePart
{
    public const int Table = 0;
    public const int RowSecurityOn = 1;
    public const int DropPolicy = 2;
    public const int DropForeignKey = 3;
    public const int DropConstraint = 4;
    public const int DropIndex = 5;
    public const int Rename = 6;
    public const int AddColumn = 7;
    public const int AlterColumn = 8;
    public const int AddConstraint = 9;
    public const int CreateIndex = 10;
    public const int AddForeignKey = 11;
    public const int CreatePolicy = 12;
    public const int RowSecurityOff = 13;
    public const int Settings = 14;
    public const int Comment = 15;
    public const int DropColumn = 16;
}
