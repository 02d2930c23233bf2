/** The question of the durability figure, whole and plain, so that tools can read it as it stands. */
export const durabilityDocument = /* GraphQL */ `
  query DurabilityFigure($release: ID!, $where: CohortInput, $outcome: OutcomeInput!, $by: Dimension) {
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
      durability(outcome: $outcome, by: $by) {
        clock
        horizon
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
        }
      }
    }
  }
`;
