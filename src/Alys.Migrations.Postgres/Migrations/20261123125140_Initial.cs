using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Alys.Migrations.Postgres.Migrations
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_account_claims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_account_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                });

            migrationBuilder.CreateTable(
                name: "access_account_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "access_known_rights",
                columns: table => new
                {
                    Right = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_known_rights", x => x.Right);
                });

            migrationBuilder.CreateTable(
                name: "access_people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Surname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Given = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Patronymic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Iin = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    Born = table.Column<DateOnly>(type: "date", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_roles",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_roles", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "audit_segments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    LastXid = table.Column<long>(type: "bigint", nullable: false),
                    LastSeq = table.Column<long>(type: "bigint", nullable: false),
                    Entries = table.Column<byte[]>(type: "bytea", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_verifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Segments = table.Column<int>(type: "integer", nullable: false),
                    Rows = table.Column<long>(type: "bigint", nullable: false),
                    FirstBad = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Harm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_verifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ChairId = table.Column<Guid>(type: "uuid", nullable: true),
                    Credits = table.Column<int>(type: "integer", nullable: false),
                    Years = table.Column<int>(type: "integer", nullable: false),
                    NameEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CentreId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Started = table.Column<DateOnly>(type: "date", nullable: false),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_movements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromGroupId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToGroupId = table.Column<Guid>(type: "uuid", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    No = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment_movements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institution_organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Languages = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    City = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FoundedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    NameEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institution_periods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Start = table.Column<DateOnly>(type: "date", nullable: false),
                    End = table.Column<DateOnly>(type: "date", nullable: false),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    NameEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    NameEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
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
                name: "platform_data_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Xid = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint"),
                    Site = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    What = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ObjectKind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ObjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScopeKind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Data = table.Column<string>(type: "text", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    From = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "platform_listeners",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Xid = table.Column<long>(type: "bigint", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_listeners", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "platform_numbers",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ScopeId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_numbers", x => new { x.Kind, x.ScopeId });
                });

            migrationBuilder.CreateTable(
                name: "platform_outcomes",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Url = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outcomes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "staffing_assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staffing_assignments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "staffing_authors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staffing_authors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    From = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ScopeKind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Role = table.Column<string>(type: "character varying(40)", nullable: false),
                    Right = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
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
                name: "curriculum_subjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ChairId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Credits = table.Column<int>(type: "integer", nullable: false),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    NameEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    NameRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
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
                name: "enrolment_courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    PeriodId = table.Column<Guid>(type: "uuid", nullable: false),
                    SyllabusId = table.Column<Guid>(type: "uuid", nullable: true),
                    RowVersion = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    BegunById = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedById = table.Column<Guid>(type: "uuid", nullable: true)
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
                name: "curriculum_syllabi",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LectureHours = table.Column<int>(type: "integer", nullable: false),
                    PracticalHours = table.Column<int>(type: "integer", nullable: false),
                    LaboratoryHours = table.Column<int>(type: "integer", nullable: false),
                    GuidedHours = table.Column<int>(type: "integer", nullable: false),
                    IndependentHours = table.Column<int>(type: "integer", nullable: false),
                    Credits = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    TitleEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false)
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
                name: "curriculum_consultation_slots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Day = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SyllabusId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Week = table.Column<int>(type: "integer", nullable: false),
                    Module = table.Column<int>(type: "integer", nullable: false),
                    LectureHours = table.Column<int>(type: "integer", nullable: false),
                    PracticalHours = table.Column<int>(type: "integer", nullable: false),
                    LaboratoryHours = table.Column<int>(type: "integer", nullable: false),
                    GuidedHours = table.Column<int>(type: "integer", nullable: false),
                    IndependentHours = table.Column<int>(type: "integer", nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleKk = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TitleRu = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SyllabusId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
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
                name: "IX_audit_segments_No",
                table: "audit_segments",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_verifications_At",
                table: "audit_verifications",
                column: "At");

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
                name: "audit_segments");

            migrationBuilder.DropTable(
                name: "audit_verifications");

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
                name: "enrolment_courses");

            migrationBuilder.DropTable(
                name: "enrolment_memberships");

            migrationBuilder.DropTable(
                name: "institution_organisations");

            migrationBuilder.DropTable(
                name: "institution_periods");

            migrationBuilder.DropTable(
                name: "institution_units");

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
                name: "staffing_assignments");

            migrationBuilder.DropTable(
                name: "staffing_authors");

            migrationBuilder.DropTable(
                name: "access_roles");

            migrationBuilder.DropTable(
                name: "access_people");

            migrationBuilder.DropTable(
                name: "curriculum_syllabi");

            migrationBuilder.DropTable(
                name: "enrolment_groups");

            migrationBuilder.DropTable(
                name: "enrolment_movements");

            migrationBuilder.DropTable(
                name: "curriculum_subjects");

            migrationBuilder.DropTable(
                name: "curriculum_programmes");
        }
    }
}
