/** The question of the onset figure, whole and plain, so that tools can read it as it stands. */
export const onsetDocument = /* GraphQL */ `
  query OnsetFigure(
    $release: ID!
    $where: CohortInput
    $outcome: OutcomeInput!
    $by: Dimension
    $of: OnsetEvent
    $clock: OnsetClock
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
      onset(outcome: $outcome, by: $by, of: $of, clock: $clock) {
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
