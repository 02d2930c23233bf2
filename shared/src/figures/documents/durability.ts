/** The question of the durability figure, whole and plain, so that tools can read it as it stands. */
export const durabilityDocument = /* GraphQL */ `
  query DurabilityFigure(
    $release: ID!
    $where: CohortInput
    $outcome: OutcomeInput!
    $by: Dimension
    $dropouts: DropoutRule!
    $maintained: MaintainedRule!
  ) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      durability(outcome: $outcome, by: $by, dropouts: $dropouts, maintained: $maintained) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        clock
        horizon
        method
        fromDay
        dropouts
        groups {
          group {
            code
            label
            short
          }
          instrument
          patients {
            value
            hidden
          }
          events {
            value
            hidden
          }
          curve {
            time
            share
            lower
            upper
          }
          endTime
          rows {
            time
            atRisk {
              value
              hidden
            }
            censored {
              value
              hidden
            }
            events {
              value
              hidden
            }
          }
          median {
            value
            lower
            upper
            hidden
            bound
          }
          landmarks {
            time
            share {
              value
              lower
              upper
              hidden
              bound
            }
          }
          medianGapDays {
            value
            lower
            upper
            hidden
            bound
          }
          maintenanceFirst {
            events {
              value
              hidden
            }
            curve {
              time
              share
              lower
              upper
            }
            rows {
              time
              events {
                value
                hidden
              }
            }
            landmarks {
              time
              share {
                value
                lower
                upper
                hidden
                bound
              }
            }
          }
          landmarksCensored {
            time
            share {
              value
              lower
              upper
              hidden
              bound
            }
          }
        }
      }
    }
  }
`;
