using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Alys.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_account_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_account_claims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_account_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                });

            migrationBuilder.CreateTable(
                name: "access_account_tokens",
                columns: table => new
                {
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "access_known_rights",
                columns: table => new
                {
                    Right = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_known_rights", x => x.Right);
                });

            migrationBuilder.CreateTable(
                name: "access_people",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Surname = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Given = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Patronymic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Iin = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Born = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_roles",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_roles", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "assessment_answers",
                columns: table => new
                {
                    AttemptId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Seq = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: false),
                    Response = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_answers", x => new { x.AttemptId, x.Client, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "assessment_attempts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SittingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: true),
                    MaxPoints = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    IsMarked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_extra_times",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SittingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_extra_times", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_imports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Tags = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReportJson = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_item_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ItemId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_item_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_items",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LiveVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Versions = table.Column<int>(type: "INTEGER", nullable: false),
                    LiveHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_marks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AttemptId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    Review = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_marks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_overrides",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SittingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    GroupId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_overrides", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_regrades",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ItemId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeyVersionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedJson = table.Column<string>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_regrades", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_sittings",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GroupId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Counting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PauseMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxPoints = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    PlanJson = table.Column<string>(type: "TEXT", nullable: false),
                    RightAfter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WhileOpen = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AfterClose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_sittings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_tests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Counting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PauseMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    ShuffleItems = table.Column<bool>(type: "INTEGER", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_tests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_segments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    LastXid = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Entries = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_verifications",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Segments = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstBad = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Harm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_verifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communication_consultation_messages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConsultationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_consultation_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communication_consultations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TutorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WaitingSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    LastMessageNo = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_consultations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communication_notices",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TextKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Args = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communication_post_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_post_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communication_posts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ThreadId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_posts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communication_read_marks",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ThreadId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostNo = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_read_marks", x => new { x.PersonId, x.ThreadId });
                });

            migrationBuilder.CreateTable(
                name: "communication_studied_packs",
                columns: table => new
                {
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_studied_packs", x => x.CourseId);
                });

            migrationBuilder.CreateTable(
                name: "communication_threads",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastPostNo = table.Column<int>(type: "INTEGER", nullable: false),
                    LastPostAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PinnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication_threads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "compliance_records",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    IsKept = table.Column<bool>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_compliance_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "compliance_verdicts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SaidEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SaidKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SaidRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_compliance_verdicts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_orders",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GroundDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MakerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Contract = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ToldOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_packs",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    FinalForm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NeedsApproval = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReviewBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToldOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_packs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_resources",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Authors = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Isbn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    FileBytes = table.Column<long>(type: "INTEGER", nullable: true),
                    AvailableUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Seats = table.Column<int>(type: "INTEGER", nullable: true),
                    CopiesInLibrary = table.Column<int>(type: "INTEGER", nullable: false),
                    CopiesInChair = table.Column<int>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_resources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_programmes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChairId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Credits = table.Column<int>(type: "INTEGER", nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "documents_documents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AboutId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "documents_numbering_rules",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_numbering_rules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_groups",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CentreId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ProgrammeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Started = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_movements",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FromGroupId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ToGroupId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_movements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_people_imports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_people_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "grading_plans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RatingWeight = table.Column<double>(type: "REAL", precision: 7, scale: 4, nullable: false),
                    ExamWeight = table.Column<double>(type: "REAL", precision: 7, scale: 4, nullable: false),
                    AdmissionFrom = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: false),
                    ExamFrom = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: false),
                    EachRating = table.Column<bool>(type: "INTEGER", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "grading_scales",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_scales", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "grading_sheets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_sheets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institution_calendar_days",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_calendar_days", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institution_organisations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FoundedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institution_periods",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ParentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_periods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_institution_periods_institution_periods_ParentId",
                        column: x => x.ParentId,
                        principalTable: "institution_periods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "institution_units",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ParentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_institution_units_institution_units_ParentId",
                        column: x => x.ParentId,
                        principalTable: "institution_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learning_deliveries",
                columns: table => new
                {
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ViewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Views = table.Column<int>(type: "INTEGER", nullable: false),
                    LastPage = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_deliveries", x => new { x.PersonId, x.CourseId, x.UnitId, x.Channel });
                });

            migrationBuilder.CreateTable(
                name: "learning_draft_files",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_draft_files", x => new { x.PersonId, x.CourseId, x.UnitId, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "learning_drafts",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_drafts", x => new { x.PersonId, x.CourseId, x.UnitId });
                });

            migrationBuilder.CreateTable(
                name: "learning_due_days",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_due_days", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_openings",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_openings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_submissions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Versions = table.Column<int>(type: "INTEGER", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: true),
                    MaxPoints = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_submissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_data_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Xid = table.Column<long>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ObjectKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "platform_listeners",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Xid = table.Column<long>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_listeners", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "platform_numbers",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ScopeId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_numbers", x => new { x.Kind, x.ScopeId });
                });

            migrationBuilder.CreateTable(
                name: "platform_outcomes",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BodyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outcomes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "platform_search_documents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ObjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_search_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_search_terms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "TEXT", maxLength: 41, nullable: false),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DocumentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_search_terms", x => new { x.Term, x.OwnerId, x.DocumentId });
                });

            migrationBuilder.CreateTable(
                name: "platform_search_variants",
                columns: table => new
                {
                    Variant = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stem = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_search_variants", x => new { x.Variant, x.Stem });
                });

            migrationBuilder.CreateTable(
                name: "staffing_assignments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RoleGivenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RoleWithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staffing_assignments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "staffing_authors",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RoleGivenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RoleWithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staffing_authors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_accounts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_access_accounts_access_people_Id",
                        column: x => x.Id,
                        principalTable: "access_people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_sessions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_access_sessions_access_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "access_people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_grants",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GivenBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_access_grants_access_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "access_people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_access_grants_access_roles_Role",
                        column: x => x.Role,
                        principalTable: "access_roles",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_role_rights",
                columns: table => new
                {
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Right = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_role_rights", x => new { x.Role, x.Right });
                    table.ForeignKey(
                        name: "FK_access_role_rights_access_roles_Role",
                        column: x => x.Role,
                        principalTable: "access_roles",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_attempt_items",
                columns: table => new
                {
                    AttemptId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MaxPoints = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    Order = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: true),
                    NeedsPerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    MarkedByPerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ruling = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeyVersionId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_attempt_items", x => new { x.AttemptId, x.Position });
                    table.ForeignKey(
                        name: "FK_assessment_attempt_items_assessment_attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "assessment_attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_item_tags",
                columns: table => new
                {
                    ItemId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_item_tags", x => new { x.ItemId, x.Tag });
                    table.ForeignKey(
                        name: "FK_assessment_item_tags_assessment_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "assessment_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_regrade_lines",
                columns: table => new
                {
                    RegradeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AttemptId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SittingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    WasRunning = table.Column<bool>(type: "INTEGER", nullable: false),
                    ItemBefore = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    ItemAfter = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    WeightBefore = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    WeightAfter = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    TotalBefore = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    TotalAfter = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    MaxBefore = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false),
                    MaxAfter = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_regrade_lines", x => new { x.RegradeId, x.AttemptId });
                    table.ForeignKey(
                        name: "FK_assessment_regrade_lines_assessment_regrades_RegradeId",
                        column: x => x.RegradeId,
                        principalTable: "assessment_regrades",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_test_sections",
                columns: table => new
                {
                    TestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Draw = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_test_sections", x => new { x.TestId, x.Place });
                    table.ForeignKey(
                        name: "FK_assessment_test_sections_assessment_tests_TestId",
                        column: x => x.TestId,
                        principalTable: "assessment_tests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_order_ends",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_order_ends", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_order_ends_content_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "content_orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_order_moves",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_order_moves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_order_moves_content_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "content_orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_order_steps",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_order_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_order_steps_content_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "content_orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_lesson_imports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    SpreadTopics = table.Column<bool>(type: "INTEGER", nullable: false),
                    HeadingLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_lesson_imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_lesson_imports_content_packs_PackId",
                        column: x => x.PackId,
                        principalTable: "content_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_media",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    LightHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LightBytes = table.Column<long>(type: "INTEGER", nullable: true),
                    AvifHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AvifBytes = table.Column<long>(type: "INTEGER", nullable: true),
                    FullHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FullBytes = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Milliseconds = table.Column<long>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Licence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourcePath = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_media_content_packs_PackId",
                        column: x => x.PackId,
                        principalTable: "content_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_pack_looks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Before = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewBy = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_pack_looks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_pack_looks_content_packs_PackId",
                        column: x => x.PackId,
                        principalTable: "content_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_units",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PackId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    DraftVersionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PublishedVersionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Versions = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SourcePath = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_units_content_packs_PackId",
                        column: x => x.PackId,
                        principalTable: "content_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_resource_uses",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ResourceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_resource_uses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_resource_uses_content_resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "content_resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_resource_withdrawals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ResourceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_resource_withdrawals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_resource_withdrawals_content_resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "content_resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_subjects",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChairId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ProgrammeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Credits = table.Column<int>(type: "INTEGER", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_subjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_subjects_curriculum_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "curriculum_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DocumentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    PaperHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_versions_documents_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "documents_documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_courses",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GroupId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PeriodId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_courses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_enrolment_courses_enrolment_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "enrolment_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_memberships",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GroupId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BegunById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EndedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RoleGivenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RoleWithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_enrolment_memberships_enrolment_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "enrolment_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_enrolment_memberships_enrolment_movements_BegunById",
                        column: x => x.BegunById,
                        principalTable: "enrolment_movements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_enrolment_memberships_enrolment_movements_EndedById",
                        column: x => x.EndedById,
                        principalTable: "enrolment_movements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grading_events",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PlanId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Weight = table.Column<double>(type: "REAL", precision: 7, scale: 4, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SittingId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grading_events_grading_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "grading_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grading_scale_rows",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Points = table.Column<double>(type: "REAL", precision: 4, scale: 2, nullable: false),
                    FromPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Traditional = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_scale_rows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grading_scale_rows_grading_scales_VersionId",
                        column: x => x.VersionId,
                        principalTable: "grading_scales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grading_sheet_lines",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SheetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rating1 = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: false),
                    Rating2 = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: false),
                    Admission = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: false),
                    Exam = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: true),
                    Final = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: true),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Points = table.Column<double>(type: "REAL", precision: 4, scale: 2, nullable: true),
                    Traditional = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_sheet_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grading_sheet_lines_grading_sheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "grading_sheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grading_sheet_steps",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SheetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_sheet_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grading_sheet_steps_grading_sheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "grading_sheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learning_submission_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubmissionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    UnitVersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_submission_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_learning_submission_versions_learning_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "learning_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "content_conversions",
                columns: table => new
                {
                    MediaId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_conversions", x => x.MediaId);
                    table.ForeignKey(
                        name: "FK_content_conversions_content_media_MediaId",
                        column: x => x.MediaId,
                        principalTable: "content_media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_media_captions",
                columns: table => new
                {
                    MediaId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Vtt = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_captions", x => new { x.MediaId, x.Language });
                    table.ForeignKey(
                        name: "FK_content_media_captions_content_media_MediaId",
                        column: x => x.MediaId,
                        principalTable: "content_media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_media_rungs",
                columns: table => new
                {
                    MediaId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Rung = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Milliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Playlist = table.Column<string>(type: "TEXT", nullable: true),
                    Bandwidth = table.Column<int>(type: "INTEGER", nullable: false),
                    Codecs = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_rungs", x => new { x.MediaId, x.Rung });
                    table.ForeignKey(
                        name: "FK_content_media_rungs_content_media_MediaId",
                        column: x => x.MediaId,
                        principalTable: "content_media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_publications",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_publications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_publications_content_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "content_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_unit_drafts",
                columns: table => new
                {
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_unit_drafts", x => new { x.UnitId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_content_unit_drafts_content_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "content_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_unit_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TopicId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    MaxPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    AnswerByText = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnswerByFiles = table.Column<bool>(type: "INTEGER", nullable: false),
                    MediaId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TestId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IsImported = table.Column<bool>(type: "INTEGER", nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    TakenFrom = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_unit_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_unit_versions_content_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "content_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_syllabi",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    LectureHours = table.Column<int>(type: "INTEGER", nullable: false),
                    PracticalHours = table.Column<int>(type: "INTEGER", nullable: false),
                    LaboratoryHours = table.Column<int>(type: "INTEGER", nullable: false),
                    GuidedHours = table.Column<int>(type: "INTEGER", nullable: false),
                    IndependentHours = table.Column<int>(type: "INTEGER", nullable: false),
                    Credits = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_syllabi", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_syllabi_curriculum_subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "curriculum_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_annulments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_annulments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_annulments_documents_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "documents_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_people",
                columns: table => new
                {
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_people", x => new { x.VersionId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_documents_people_documents_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "documents_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grading_entries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EventId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    Percent = table.Column<double>(type: "REAL", precision: 5, scale: 2, nullable: false),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: true),
                    MaxPoints = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Counting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AttemptNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grading_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grading_entries_grading_events_EventId",
                        column: x => x.EventId,
                        principalTable: "grading_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learning_reviews",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Points = table.Column<double>(type: "REAL", precision: 9, scale: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_learning_reviews_learning_submission_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "learning_submission_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learning_submission_files",
                columns: table => new
                {
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_submission_files", x => new { x.VersionId, x.Number });
                    table.ForeignKey(
                        name: "FK_learning_submission_files_learning_submission_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "learning_submission_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "content_reviews",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UnitId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_reviews_content_unit_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "content_unit_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_version_media",
                columns: table => new
                {
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_version_media", x => new { x.VersionId, x.Key });
                    table.ForeignKey(
                        name: "FK_content_version_media_content_unit_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "content_unit_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_version_pages",
                columns: table => new
                {
                    VersionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    HasMaths = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_version_pages", x => new { x.VersionId, x.Number });
                    table.ForeignKey(
                        name: "FK_content_version_pages_content_unit_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "content_unit_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_consultation_slots",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_consultation_slots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_consultation_slots_curriculum_syllabi_SyllabusId",
                        column: x => x.SyllabusId,
                        principalTable: "curriculum_syllabi",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_literature",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_literature", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_literature_curriculum_syllabi_SyllabusId",
                        column: x => x.SyllabusId,
                        principalTable: "curriculum_syllabi",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_syllabus_approvals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_syllabus_approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_syllabus_approvals_curriculum_syllabi_SyllabusId",
                        column: x => x.SyllabusId,
                        principalTable: "curriculum_syllabi",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_syllabus_modules",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_syllabus_modules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_syllabus_modules_curriculum_syllabi_SyllabusId",
                        column: x => x.SyllabusId,
                        principalTable: "curriculum_syllabi",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_topics",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Module = table.Column<int>(type: "INTEGER", nullable: false),
                    LectureHours = table.Column<int>(type: "INTEGER", nullable: false),
                    PracticalHours = table.Column<int>(type: "INTEGER", nullable: false),
                    LaboratoryHours = table.Column<int>(type: "INTEGER", nullable: false),
                    GuidedHours = table.Column<int>(type: "INTEGER", nullable: false),
                    IndependentHours = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_topics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_curriculum_topics_curriculum_syllabi_SyllabusId",
                        column: x => x.SyllabusId,
                        principalTable: "curriculum_syllabi",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_review_comments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReviewId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AnswersTo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Page = table.Column<int>(type: "INTEGER", nullable: false),
                    Block = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_review_comments_content_reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "content_reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_review_steps",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReviewId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_review_steps_content_reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "content_reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_account_claims_UserId",
                table: "access_account_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_access_account_logins_UserId",
                table: "access_account_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_access_accounts_NormalizedUserName",
                table: "access_accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_grants_No",
                table: "access_grants",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_grants_PersonId_WithdrawnAt",
                table: "access_grants",
                columns: new[] { "PersonId", "WithdrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_access_grants_Role",
                table: "access_grants",
                column: "Role");

            migrationBuilder.CreateIndex(
                name: "IX_access_grants_ScopeKind_ScopeId_Role",
                table: "access_grants",
                columns: new[] { "ScopeKind", "ScopeId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_access_people_Iin",
                table: "access_people",
                column: "Iin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_people_No",
                table: "access_people",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_people_UserName",
                table: "access_people",
                column: "UserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_sessions_PersonId",
                table: "access_sessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempt_items_NeedsPerson_AttemptId",
                table: "assessment_attempt_items",
                columns: new[] { "NeedsPerson", "AttemptId" });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempt_items_VersionId",
                table: "assessment_attempt_items",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempts_Code",
                table: "assessment_attempts",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempts_CourseId_IsMarked",
                table: "assessment_attempts",
                columns: new[] { "CourseId", "IsMarked" });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempts_PersonId_StartedAt",
                table: "assessment_attempts",
                columns: new[] { "PersonId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempts_SittingId_PersonId_Number",
                table: "assessment_attempts",
                columns: new[] { "SittingId", "PersonId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_attempts_State_Deadline",
                table: "assessment_attempts",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_extra_times_SittingId_PersonId",
                table: "assessment_extra_times",
                columns: new[] { "SittingId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_imports_No",
                table: "assessment_imports",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_imports_SubjectId",
                table: "assessment_imports",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_item_tags_Tag",
                table: "assessment_item_tags",
                column: "Tag");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_item_versions_ItemId_Number",
                table: "assessment_item_versions",
                columns: new[] { "ItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_items_No",
                table: "assessment_items",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_items_SubjectId_Language_Code",
                table: "assessment_items",
                columns: new[] { "SubjectId", "Language", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_marks_AttemptId_Position",
                table: "assessment_marks",
                columns: new[] { "AttemptId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_assessment_overrides_CourseId",
                table: "assessment_overrides",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_overrides_group",
                table: "assessment_overrides",
                columns: new[] { "SittingId", "GroupId" },
                unique: true,
                filter: "\"EndedAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_overrides_person",
                table: "assessment_overrides",
                columns: new[] { "SittingId", "PersonId" },
                unique: true,
                filter: "\"EndedAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_overrides_SittingId_No",
                table: "assessment_overrides",
                columns: new[] { "SittingId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_regrade_lines_AttemptId",
                table: "assessment_regrade_lines",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_regrade_lines_SittingId",
                table: "assessment_regrade_lines",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_regrades_ItemId",
                table: "assessment_regrades",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_regrades_No",
                table: "assessment_regrades",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_sittings_CourseId_No",
                table: "assessment_sittings",
                columns: new[] { "CourseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_sittings_GroupId",
                table: "assessment_sittings",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_sittings_TestId",
                table: "assessment_sittings",
                column: "TestId");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_tests_No",
                table: "assessment_tests",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_tests_SubjectId",
                table: "assessment_tests",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_segments_No",
                table: "audit_segments",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_verifications_At",
                table: "audit_verifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_communication_consultation_messages_ConsultationId_No",
                table: "communication_consultation_messages",
                columns: new[] { "ConsultationId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communication_consultations_CourseId_No",
                table: "communication_consultations",
                columns: new[] { "CourseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communication_consultations_CourseId_WaitingSince",
                table: "communication_consultations",
                columns: new[] { "CourseId", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_communication_consultations_PersonId",
                table: "communication_consultations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_communication_notices_PersonId_No",
                table: "communication_notices",
                columns: new[] { "PersonId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communication_notices_PersonId_ReadAt",
                table: "communication_notices",
                columns: new[] { "PersonId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_communication_post_versions_PostId",
                table: "communication_post_versions",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_communication_posts_ByPersonId_Key",
                table: "communication_posts",
                columns: new[] { "ByPersonId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communication_posts_ThreadId_ByPersonId",
                table: "communication_posts",
                columns: new[] { "ThreadId", "ByPersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_communication_posts_ThreadId_No",
                table: "communication_posts",
                columns: new[] { "ThreadId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communication_studied_packs_PackId",
                table: "communication_studied_packs",
                column: "PackId");

            migrationBuilder.CreateIndex(
                name: "IX_communication_threads_CourseId_LastPostAt",
                table: "communication_threads",
                columns: new[] { "CourseId", "LastPostAt" });

            migrationBuilder.CreateIndex(
                name: "IX_communication_threads_CourseId_No",
                table: "communication_threads",
                columns: new[] { "CourseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_compliance_records_Rule_At",
                table: "compliance_records",
                columns: new[] { "Rule", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_compliance_verdicts_At",
                table: "compliance_verdicts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_compliance_verdicts_Rule_At",
                table: "compliance_verdicts",
                columns: new[] { "Rule", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_content_conversions_State_AskedAt",
                table: "content_conversions",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_content_lesson_imports_No",
                table: "content_lesson_imports",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_lesson_imports_PackId",
                table: "content_lesson_imports",
                column: "PackId");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_Key",
                table: "content_media",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_PackId_Hash",
                table: "content_media",
                columns: new[] { "PackId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_media_PackId_No",
                table: "content_media",
                columns: new[] { "PackId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_order_ends_OrderId",
                table: "content_order_ends",
                column: "OrderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_order_moves_OrderId",
                table: "content_order_moves",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_content_order_steps_OrderId_Order",
                table: "content_order_steps",
                columns: new[] { "OrderId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_orders_MakerId",
                table: "content_orders",
                column: "MakerId");

            migrationBuilder.CreateIndex(
                name: "IX_content_orders_No",
                table: "content_orders",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_orders_SubjectId",
                table: "content_orders",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_content_pack_looks_PackId_At",
                table: "content_pack_looks",
                columns: new[] { "PackId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_content_packs_No",
                table: "content_packs",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_packs_SubjectId",
                table: "content_packs",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_content_publications_UnitId_At",
                table: "content_publications",
                columns: new[] { "UnitId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_content_resource_uses_ResourceId_SubjectId",
                table: "content_resource_uses",
                columns: new[] { "ResourceId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_resource_uses_SubjectId",
                table: "content_resource_uses",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_content_resource_withdrawals_ResourceId",
                table: "content_resource_withdrawals",
                column: "ResourceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_resources_No",
                table: "content_resources",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_review_comments_ReviewId_No",
                table: "content_review_comments",
                columns: new[] { "ReviewId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_review_steps_ReviewId_At",
                table: "content_review_steps",
                columns: new[] { "ReviewId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_content_reviews_No",
                table: "content_reviews",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_reviews_UnitId",
                table: "content_reviews",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_content_reviews_VersionId_Stage",
                table: "content_reviews",
                columns: new[] { "VersionId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_content_unit_versions_UnitId_Number",
                table: "content_unit_versions",
                columns: new[] { "UnitId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_units_PackId_No",
                table: "content_units",
                columns: new[] { "PackId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_units_PackId_SourcePath",
                table: "content_units",
                columns: new[] { "PackId", "SourcePath" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_consultation_slots_SyllabusId_Order",
                table: "curriculum_consultation_slots",
                columns: new[] { "SyllabusId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_literature_SyllabusId_Order",
                table: "curriculum_literature",
                columns: new[] { "SyllabusId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_programmes_Code",
                table: "curriculum_programmes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_programmes_No",
                table: "curriculum_programmes",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_subjects_Code",
                table: "curriculum_subjects",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_subjects_No",
                table: "curriculum_subjects",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_subjects_ProgrammeId",
                table: "curriculum_subjects",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_syllabi_No",
                table: "curriculum_syllabi",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_syllabi_SubjectId_Kind_Version",
                table: "curriculum_syllabi",
                columns: new[] { "SubjectId", "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_syllabus_approvals_SyllabusId",
                table: "curriculum_syllabus_approvals",
                column: "SyllabusId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_syllabus_modules_SyllabusId_Order",
                table: "curriculum_syllabus_modules",
                columns: new[] { "SyllabusId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_topics_SyllabusId_Order",
                table: "curriculum_topics",
                columns: new[] { "SyllabusId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_annulments_VersionId",
                table: "documents_annulments",
                column: "VersionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_documents_AboutId",
                table: "documents_documents",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_documents_Kind_Number",
                table: "documents_documents",
                columns: new[] { "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_documents_No",
                table: "documents_documents",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_documents_ScopeKind_ScopeId",
                table: "documents_documents",
                columns: new[] { "ScopeKind", "ScopeId" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_numbering_rules_Kind",
                table: "documents_numbering_rules",
                column: "Kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_people_PersonId",
                table: "documents_people",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_versions_DocumentId_Version",
                table: "documents_versions",
                columns: new[] { "DocumentId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_versions_Token",
                table: "documents_versions",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_courses_GroupId",
                table: "enrolment_courses",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_courses_No",
                table: "enrolment_courses",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_courses_SubjectId_GroupId_PeriodId",
                table: "enrolment_courses",
                columns: new[] { "SubjectId", "GroupId", "PeriodId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_groups_Code",
                table: "enrolment_groups",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_groups_No",
                table: "enrolment_groups",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_memberships_BegunById",
                table: "enrolment_memberships",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_memberships_EndedById",
                table: "enrolment_memberships",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_memberships_GroupId_PersonId",
                table: "enrolment_memberships",
                columns: new[] { "GroupId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_memberships_PersonId",
                table: "enrolment_memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_movements_No",
                table: "enrolment_movements",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_movements_PersonId",
                table: "enrolment_movements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_people_imports_No",
                table: "enrolment_people_imports",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_entries_CourseId_PersonId",
                table: "grading_entries",
                columns: new[] { "CourseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_grading_entries_EventId_PersonId_Turn",
                table: "grading_entries",
                columns: new[] { "EventId", "PersonId", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_events_CourseId",
                table: "grading_events",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_grading_events_No",
                table: "grading_events",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_events_PlanId",
                table: "grading_events",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_grading_events_SittingId",
                table: "grading_events",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_grading_events_UnitId",
                table: "grading_events",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_grading_plans_CourseId",
                table: "grading_plans",
                column: "CourseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_scale_rows_VersionId",
                table: "grading_scale_rows",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_grading_scales_From",
                table: "grading_scales",
                column: "From",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_sheet_lines_PersonId",
                table: "grading_sheet_lines",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_grading_sheet_lines_SheetId_Version_PersonId",
                table: "grading_sheet_lines",
                columns: new[] { "SheetId", "Version", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_sheet_steps_SheetId_Order",
                table: "grading_sheet_steps",
                columns: new[] { "SheetId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_sheets_CourseId",
                table: "grading_sheets",
                column: "CourseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grading_sheets_No",
                table: "grading_sheets",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_calendar_days_Day",
                table: "institution_calendar_days",
                column: "Day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_calendar_days_No",
                table: "institution_calendar_days",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_periods_Code",
                table: "institution_periods",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_periods_No",
                table: "institution_periods",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_periods_ParentId",
                table: "institution_periods",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_institution_units_Code",
                table: "institution_units",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_units_No",
                table: "institution_units",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institution_units_ParentId",
                table: "institution_units",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_deliveries_CourseId_UnitId",
                table: "learning_deliveries",
                columns: new[] { "CourseId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_due_days_CourseId_UnitId",
                table: "learning_due_days",
                columns: new[] { "CourseId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_openings_CourseId_No",
                table: "learning_openings",
                columns: new[] { "CourseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_reviews_VersionId",
                table: "learning_reviews",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_submission_versions_SubmissionId_Number",
                table: "learning_submission_versions",
                columns: new[] { "SubmissionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_submissions_CourseId_State",
                table: "learning_submissions",
                columns: new[] { "CourseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_submissions_No",
                table: "learning_submissions",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_submissions_PersonId_CourseId_UnitId",
                table: "learning_submissions",
                columns: new[] { "PersonId", "CourseId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_ObjectId",
                table: "platform_journal",
                column: "ObjectId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_Xid_Seq",
                table: "platform_journal",
                columns: new[] { "Xid", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_outcomes_At",
                table: "platform_outcomes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_platform_search_documents_ObjectId_Part",
                table: "platform_search_documents",
                columns: new[] { "ObjectId", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_search_documents_OwnerId",
                table: "platform_search_documents",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_search_terms_DocumentId",
                table: "platform_search_terms",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_search_variants_Stem",
                table: "platform_search_variants",
                column: "Stem");

            migrationBuilder.CreateIndex(
                name: "IX_staffing_assignments_CourseId_PersonId",
                table: "staffing_assignments",
                columns: new[] { "CourseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_staffing_assignments_No",
                table: "staffing_assignments",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staffing_assignments_PersonId",
                table: "staffing_assignments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_staffing_authors_No",
                table: "staffing_authors",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staffing_authors_SubjectId_PersonId",
                table: "staffing_authors",
                columns: new[] { "SubjectId", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_account_claims");

            migrationBuilder.DropTable(
                name: "access_account_logins");

            migrationBuilder.DropTable(
                name: "access_account_tokens");

            migrationBuilder.DropTable(
                name: "access_accounts");

            migrationBuilder.DropTable(
                name: "access_grants");

            migrationBuilder.DropTable(
                name: "access_known_rights");

            migrationBuilder.DropTable(
                name: "access_role_rights");

            migrationBuilder.DropTable(
                name: "access_sessions");

            migrationBuilder.DropTable(
                name: "assessment_answers");

            migrationBuilder.DropTable(
                name: "assessment_attempt_items");

            migrationBuilder.DropTable(
                name: "assessment_extra_times");

            migrationBuilder.DropTable(
                name: "assessment_imports");

            migrationBuilder.DropTable(
                name: "assessment_item_tags");

            migrationBuilder.DropTable(
                name: "assessment_item_versions");

            migrationBuilder.DropTable(
                name: "assessment_marks");

            migrationBuilder.DropTable(
                name: "assessment_overrides");

            migrationBuilder.DropTable(
                name: "assessment_regrade_lines");

            migrationBuilder.DropTable(
                name: "assessment_sittings");

            migrationBuilder.DropTable(
                name: "assessment_test_sections");

            migrationBuilder.DropTable(
                name: "audit_segments");

            migrationBuilder.DropTable(
                name: "audit_verifications");

            migrationBuilder.DropTable(
                name: "communication_consultation_messages");

            migrationBuilder.DropTable(
                name: "communication_consultations");

            migrationBuilder.DropTable(
                name: "communication_notices");

            migrationBuilder.DropTable(
                name: "communication_post_versions");

            migrationBuilder.DropTable(
                name: "communication_posts");

            migrationBuilder.DropTable(
                name: "communication_read_marks");

            migrationBuilder.DropTable(
                name: "communication_studied_packs");

            migrationBuilder.DropTable(
                name: "communication_threads");

            migrationBuilder.DropTable(
                name: "compliance_records");

            migrationBuilder.DropTable(
                name: "compliance_verdicts");

            migrationBuilder.DropTable(
                name: "content_conversions");

            migrationBuilder.DropTable(
                name: "content_lesson_imports");

            migrationBuilder.DropTable(
                name: "content_media_captions");

            migrationBuilder.DropTable(
                name: "content_media_rungs");

            migrationBuilder.DropTable(
                name: "content_order_ends");

            migrationBuilder.DropTable(
                name: "content_order_moves");

            migrationBuilder.DropTable(
                name: "content_order_steps");

            migrationBuilder.DropTable(
                name: "content_pack_looks");

            migrationBuilder.DropTable(
                name: "content_publications");

            migrationBuilder.DropTable(
                name: "content_resource_uses");

            migrationBuilder.DropTable(
                name: "content_resource_withdrawals");

            migrationBuilder.DropTable(
                name: "content_review_comments");

            migrationBuilder.DropTable(
                name: "content_review_steps");

            migrationBuilder.DropTable(
                name: "content_unit_drafts");

            migrationBuilder.DropTable(
                name: "content_version_media");

            migrationBuilder.DropTable(
                name: "content_version_pages");

            migrationBuilder.DropTable(
                name: "curriculum_consultation_slots");

            migrationBuilder.DropTable(
                name: "curriculum_literature");

            migrationBuilder.DropTable(
                name: "curriculum_syllabus_approvals");

            migrationBuilder.DropTable(
                name: "curriculum_syllabus_modules");

            migrationBuilder.DropTable(
                name: "curriculum_topics");

            migrationBuilder.DropTable(
                name: "documents_annulments");

            migrationBuilder.DropTable(
                name: "documents_numbering_rules");

            migrationBuilder.DropTable(
                name: "documents_people");

            migrationBuilder.DropTable(
                name: "enrolment_courses");

            migrationBuilder.DropTable(
                name: "enrolment_memberships");

            migrationBuilder.DropTable(
                name: "enrolment_people_imports");

            migrationBuilder.DropTable(
                name: "grading_entries");

            migrationBuilder.DropTable(
                name: "grading_scale_rows");

            migrationBuilder.DropTable(
                name: "grading_sheet_lines");

            migrationBuilder.DropTable(
                name: "grading_sheet_steps");

            migrationBuilder.DropTable(
                name: "institution_calendar_days");

            migrationBuilder.DropTable(
                name: "institution_organisations");

            migrationBuilder.DropTable(
                name: "institution_periods");

            migrationBuilder.DropTable(
                name: "institution_units");

            migrationBuilder.DropTable(
                name: "learning_deliveries");

            migrationBuilder.DropTable(
                name: "learning_draft_files");

            migrationBuilder.DropTable(
                name: "learning_drafts");

            migrationBuilder.DropTable(
                name: "learning_due_days");

            migrationBuilder.DropTable(
                name: "learning_openings");

            migrationBuilder.DropTable(
                name: "learning_reviews");

            migrationBuilder.DropTable(
                name: "learning_submission_files");

            migrationBuilder.DropTable(
                name: "platform_data_protection_keys");

            migrationBuilder.DropTable(
                name: "platform_journal");

            migrationBuilder.DropTable(
                name: "platform_listeners");

            migrationBuilder.DropTable(
                name: "platform_numbers");

            migrationBuilder.DropTable(
                name: "platform_outcomes");

            migrationBuilder.DropTable(
                name: "platform_search_documents");

            migrationBuilder.DropTable(
                name: "platform_search_terms");

            migrationBuilder.DropTable(
                name: "platform_search_variants");

            migrationBuilder.DropTable(
                name: "staffing_assignments");

            migrationBuilder.DropTable(
                name: "staffing_authors");

            migrationBuilder.DropTable(
                name: "access_roles");

            migrationBuilder.DropTable(
                name: "access_people");

            migrationBuilder.DropTable(
                name: "assessment_attempts");

            migrationBuilder.DropTable(
                name: "assessment_items");

            migrationBuilder.DropTable(
                name: "assessment_regrades");

            migrationBuilder.DropTable(
                name: "assessment_tests");

            migrationBuilder.DropTable(
                name: "content_media");

            migrationBuilder.DropTable(
                name: "content_orders");

            migrationBuilder.DropTable(
                name: "content_resources");

            migrationBuilder.DropTable(
                name: "content_reviews");

            migrationBuilder.DropTable(
                name: "curriculum_syllabi");

            migrationBuilder.DropTable(
                name: "documents_versions");

            migrationBuilder.DropTable(
                name: "enrolment_groups");

            migrationBuilder.DropTable(
                name: "enrolment_movements");

            migrationBuilder.DropTable(
                name: "grading_events");

            migrationBuilder.DropTable(
                name: "grading_scales");

            migrationBuilder.DropTable(
                name: "grading_sheets");

            migrationBuilder.DropTable(
                name: "learning_submission_versions");

            migrationBuilder.DropTable(
                name: "content_unit_versions");

            migrationBuilder.DropTable(
                name: "curriculum_subjects");

            migrationBuilder.DropTable(
                name: "documents_documents");

            migrationBuilder.DropTable(
                name: "grading_plans");

            migrationBuilder.DropTable(
                name: "learning_submissions");

            migrationBuilder.DropTable(
                name: "content_units");

            migrationBuilder.DropTable(
                name: "curriculum_programmes");

            migrationBuilder.DropTable(
                name: "content_packs");
        }
    }
}
